'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import type { Outcome } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { answerHours, approveDate } from './approving/commands'
import { declareHours } from './commands'
import { AnswerInput, DateInput, DeclareInput } from './input'

export const declare = citizenAction(DeclareInput, async ({ site, tenant, person, input, now }) => {
  const { registrationId, lasted: minutes } = input
  const outcome = await declareHours(tenant, { registrationId, minutes, personId: person.id, now })
  if (outcome.ok) redirect(pathOf(tenant, site.locale, 'agir', '/mes-heures?fait=declare#fait'))
  return outcome
})

export const answer = citizenAction(AnswerInput, async ({ site, tenant, person, input, now }) => {
  const { lasted: minutes, ...asked } = input
  return shown(site, await answerHours(tenant, { ...asked, minutes, personId: person.id, now }))
})

export const approveAll = citizenAction(DateInput, async ({ site, tenant, person, input, now }) =>
  shown(site, await approveDate(tenant, { ...input, personId: person.id, now })),
)

function shown<Refusal extends string>(
  { tenant, locale }: Site,
  outcome: Outcome<{ activityId: string; dateId: string }, Refusal>,
) {
  if (!outcome.ok) return outcome
  const { activityId, dateId } = outcome.value
  redirect(
    pathOf(tenant, locale, 'agir', `/mes-activites/${activityId}/dates/${dateId}/accueil?fait=hours#fait`),
  )
}
