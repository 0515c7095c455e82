'use server'

import { operatorDoor } from '../../db/operator'
import { operatorAction } from '../acting'
import { sendAgain } from './commands'
import { OneInvitation } from './input'

export const again = operatorAction(OneInvitation, ({ person, input, now }) =>
  sendAgain(operatorDoor(), { ...input, byEmail: person.email, now }),
)
