'use server'

import { operatorDoor } from '../../db/operator'
import { operatorAction } from '../acting'
import { setCityStatus } from './commands'
import { NewStatus } from './input'

export const changeStatus = operatorAction(NewStatus, ({ person, input, now }) =>
  setCityStatus(operatorDoor(), { ...input, byEmail: person.email, now }),
)
