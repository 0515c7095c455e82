'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { adoptIdea, keepIdea } from './adoption/commands'
import { inviteCarrier, joinIdea, stepDown, takeBackInvitation } from './commands'
import { IdeaInput, InvitationIdInput, InvitationInput, InviteInput } from './input'

export const invite = citizenAction(InviteInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await inviteCarrier(tenant, { ...input, personId: person.id, locale: site.locale, now })
  if (outcome.ok) refresh()
  return outcome
})

export const uninvite = citizenAction(InvitationIdInput, async ({ tenant, person, input, now }) => {
  const outcome = await takeBackInvitation(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const join = citizenAction(InvitationInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await joinIdea(tenant, { token: input.jeton, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/mes-idees/${outcome.value.ideaId}`))
})

export const leave = citizenAction(IdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await stepDown(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', '/mes-idees'))
})

export const keep = citizenAction(IdeaInput, async ({ tenant, person, input, now }) => {
  const outcome = await keepIdea(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const adopt = citizenAction(IdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await adoptIdea(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/mes-idees/${input.ideaId}`))
})
