'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { beginConversation, markRead, writeMessage } from './commands'
import { BeginInput, ConversationInput, WriteInput } from './input'

export const begin = citizenAction(BeginInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await beginConversation(tenant, { ...input, personId: person.id, now })
  return outcome.ok ? shown(site, outcome.value.id) : outcome
})

export const write = citizenAction(WriteInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await writeMessage(tenant, { ...input, personId: person.id, now })
  return outcome.ok ? shown(site, outcome.value.id) : outcome
})

export const seen = citizenAction(ConversationInput, async ({ tenant, person, input, now }) => {
  const outcome = await markRead(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

/** Back to the conversation, at its last word. */
function shown({ tenant, locale }: Site, id: string): never {
  redirect(`${pathOf(tenant, locale, 'agir', `/messages/${id}`)}?fait=envoye#dernier`)
}
