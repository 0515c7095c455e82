'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../../actions'
import { currentHolder } from '../../auth/draft-key'
import { pathOf } from '../../tenancy/site'
import {
  addAddendum,
  discardDraft,
  editIdea,
  pullBack,
  relaunchIdea,
  splitIdea,
  withdrawIdea,
} from './commands'
import { AddendumInput, EditInput, OwnIdeaInput } from './input'

export const edit = citizenAction(EditInput, async ({ tenant, person, input, now }) => {
  const outcome = await editIdea(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const add = citizenAction(AddendumInput, async ({ tenant, person, input, now }) => {
  const outcome = await addAddendum(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const withdraw = citizenAction(OwnIdeaInput, async ({ tenant, person, input, now }) => {
  const outcome = await withdrawIdea(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const takeBack = citizenAction(OwnIdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await pullBack(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/deposer/${input.ideaId}/envoi`))
})

export const relaunch = citizenAction(OwnIdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await relaunchIdea(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/deposer/${outcome.value.id}/sujet`))
})

export const split = citizenAction(OwnIdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await splitIdea(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/deposer/${outcome.value.id}/sujet`))
})

export const discard = visitorAction(OwnIdeaInput, async ({ tenant, site, input }) => {
  const outcome = await discardDraft(tenant, { ...input, holder: await currentHolder() })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', '/mes-idees?efface=1'))
})
