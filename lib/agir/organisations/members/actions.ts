'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf } from '../../../tenancy/site'
import { OneInput } from '../input'
import { answerRequest, askToJoin, changeRole, leaveOrganisation, removeMember } from './commands'
import { acceptInvitation, inviteMember } from './invitations/commands'
import { AnswerInput, InviteInput, JoinInput, MemberInput, RoleInput, TokenInput } from './input'

export const invite = citizenAction(InviteInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await inviteMember(tenant, { ...input, personId: person.id, locale: site.locale, now })
  if (outcome.ok) refresh()
  return outcome
})

export const accept = citizenAction(TokenInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await acceptInvitation(tenant, { token: input.jeton, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/mes-organisations/${outcome.value.organisationId}`))
})

export const ask = citizenAction(JoinInput, async ({ tenant, person, input, now }) => {
  const outcome = await askToJoin(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const answer = citizenAction(AnswerInput, async ({ tenant, person, input, now }) => {
  const outcome = await answerRequest(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const giveRole = citizenAction(RoleInput, async ({ tenant, person, input, now }) => {
  const outcome = await changeRole(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const remove = citizenAction(MemberInput, async ({ tenant, person, input, now }) => {
  const outcome = await removeMember(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const leave = citizenAction(OneInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await leaveOrganisation(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(`${pathOf(tenant, site.locale, 'agir', '/mes-organisations')}?fait=partie`)
})
