'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../../actions'
import { ConversationInput } from '../input'
import * as commands from './commands'

export const block = citizenAction(ConversationInput, async ({ tenant, person, input, now }) => {
  const outcome = await commands.block(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const unblock = citizenAction(ConversationInput, async ({ tenant, person, input, now }) => {
  const outcome = await commands.unblock(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
