'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import type { Outcome } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { cancelDate, moveOnline, postponeDate, undoCancel } from './commands'
import { CancelInput, DateInput, MoveInput, OnlineInput, PostponeInput } from './input'
import { moveDate } from './moving/commands'

export const cancel = citizenAction(CancelInput, async ({ site, tenant, person, input, now }) =>
  shown(site, await cancelDate(tenant, { ...input, personId: person.id, now })),
)

export const undo = citizenAction(DateInput, async ({ site, tenant, person, input, now }) =>
  shown(site, await undoCancel(tenant, { ...input, personId: person.id, now })),
)

export const postpone = citizenAction(PostponeInput, async ({ site, tenant, person, input, now }) =>
  shown(site, await postponeDate(tenant, { ...input, personId: person.id, now })),
)

export const goOnline = citizenAction(OnlineInput, async ({ site, tenant, person, input, now }) =>
  shown(site, await moveOnline(tenant, { ...input, personId: person.id, now })),
)

export const move = citizenAction(MoveInput, async ({ site, tenant, person, input, now }) =>
  shown(site, await moveDate(tenant, { ...input, personId: person.id, now })),
)

/** The page of the activity shows what was done, and what can still be undone. */
function shown<Refusal extends string>(
  { tenant, locale }: Site,
  outcome: Outcome<{ activityId: string }, Refusal>,
) {
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, locale, 'agir', `/mes-activites/${outcome.value.activityId}?change=1#dates`))
}
