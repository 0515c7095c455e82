'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import type { Outcome } from '../../../outcome'
import { pathOf, type Site } from '../../../tenancy/site'
import { answerRequest, changeSeats } from './commands'
import { DeclineInput, RequestInput, SeatsInput } from './input'

export const approve = citizenAction(RequestInput, async ({ site, tenant, person, input, now }) =>
  shown(site, 'approve', await answerRequest(tenant, { ...input, personId: person.id, act: 'approve', now })),
)

export const wait = citizenAction(RequestInput, async ({ site, tenant, person, input, now }) =>
  shown(site, 'wait', await answerRequest(tenant, { ...input, personId: person.id, act: 'wait', now })),
)

export const decline = citizenAction(DeclineInput, async ({ site, tenant, person, input, now }) =>
  shown(site, 'decline', await answerRequest(tenant, { ...input, personId: person.id, act: 'decline', now })),
)

export const resize = citizenAction(SeatsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, 'seats', await changeSeats(tenant, { ...input, personId: person.id, now })),
)

/** The list shows what was done, where it was done. */
function shown<Refusal extends string>(
  { tenant, locale }: Site,
  what: string,
  outcome: Outcome<{ activityId: string; dateId: string }, Refusal>,
) {
  if (!outcome.ok) return outcome
  const { activityId, dateId } = outcome.value
  const list = `/mes-activites/${activityId}/dates/${dateId}?fait=${what}#fait`
  redirect(pathOf(tenant, locale, 'agir', list))
}
