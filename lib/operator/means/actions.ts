'use server'

import { operatorDoor } from '../../db/operator'
import { operatorAction } from '../acting'
import { setMeans } from './commands'
import { NewMeans } from './input'

export const settle = operatorAction(NewMeans, ({ person, input, now }) =>
  setMeans(operatorDoor(), { ...input, byEmail: person.email, now }),
)
