'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { secondsToWait } from '../../../auth/rate-limits'
import { type Outcome, refused } from '../../../outcome'
import { pathOf, type Site } from '../../../tenancy/site'
import { type InitiativeRefusal, type InitiativeStep, stepAfter } from '../rules'
import { beginInitiative, saveSubject, saveWords } from './commands'
import { PlaceInput, StoryInput, SubjectInput } from './input'

const perHour = { limit: 30, seconds: 3600 }

export const answerSubject = citizenAction(SubjectInput, async ({ site, tenant, person, input, now }) => {
  const { initiativeId, then, ...said } = input
  const act = { ...said, personId: person.id, now }
  if (initiativeId) return goOn(site, 'sujet', await saveSubject(tenant, { ...act, initiativeId }), then)
  if ((await secondsToWait(tenant, 'initiative-draft', person.id, perHour)) !== null)
    return refused('too_fast' as const)
  return goOn(site, 'sujet', await beginInitiative(tenant, { ...act, locale: site.locale }), then)
})

export const answerStory = citizenAction(StoryInput, async ({ site, tenant, person, input, now }) =>
  goOn(site, 'recit', await saveWords(tenant, { ...input, personId: person.id, now }), input.then),
)

export const answerPlace = citizenAction(PlaceInput, async ({ site, tenant, person, input, now }) =>
  goOn(site, 'lieu', await saveWords(tenant, { ...input, personId: person.id, now }), input.then),
)

function goOn(
  { tenant, locale }: Site,
  step: InitiativeStep,
  kept: Outcome<{ id: string }, InitiativeRefusal>,
  then: 'next' | 'own',
): Outcome<never, InitiativeRefusal> {
  if (!kept.ok) return kept
  const rest = then === 'next' ? `/${stepAfter(step)}` : '?fait=garde'
  redirect(pathOf(tenant, locale, 'agir', `/mes-initiatives/${kept.value.id}${rest}`))
}
