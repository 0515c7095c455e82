'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../actions'
import { chooseLetters, tryMailboxAgain } from './commands'
import { LetterChoices, NoInput } from './input'

export const saveLetters = citizenAction(LetterChoices, async ({ tenant, person, input }) => {
  const outcome = await chooseLetters(tenant, { personId: person.id, ...input })
  refresh()
  return outcome
})

/** Says that one's own mailbox takes letters again. */
export const writeAgain = citizenAction(NoInput, async ({ tenant, person }) => {
  const outcome = await tryMailboxAgain(tenant, person.id)
  refresh()
  return outcome
})
