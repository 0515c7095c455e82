'use server'

import { refresh } from 'next/cache'
import { areaAdminAction, citizenAction } from '../../actions'
import { messagesFor } from '../../i18n/messages'
import { answerChange, claimActivity } from './changes/commands'
import { askForActivity, decideClaim } from './claims/commands'
import { answerDuplicate } from './duplicates/commands'
import { ChangeInput, ClaimAskInput, ClaimDecideInput, ClaimInput, DuplicateInput } from './input'

export const claim = areaAdminAction(ClaimInput, ({ tenant, person, input, now }) =>
  claimActivity(tenant, { ...input, byId: person.id, now }),
)

export const askFor = citizenAction(ClaimAskInput, async ({ tenant, person, input, now }) => {
  const outcome = await askForActivity(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const decide = areaAdminAction(ClaimDecideInput, async ({ tenant, person, input, now }) => {
  const outcome = await decideClaim(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

/** Whoever organises it answers too: the command asks whose it is. */
export const answer = citizenAction(ChangeInput, async ({ tenant, person, input, now }) => {
  const reason = messagesFor(tenant.locales[0]!).agirFind.goneAtSource
  const outcome = await answerChange(tenant, { ...input, personId: person.id, now }, reason)
  if (outcome.ok) refresh()
  return outcome
})

export const unite = areaAdminAction(DuplicateInput, async ({ tenant, person, input, now }) => {
  const outcome = await answerDuplicate(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
