'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { refused } from '../../outcome'
import { pathOf } from '../../tenancy/site'
import { markAttendance, markTheRestAbsent } from './commands'
import { addComer } from './comers/commands'
import { BreakInput, ComerInput, MarkInput, RestInput, SyncInput } from './input'
import { setBreak } from './pauses/commands'

export const mark = citizenAction(MarkInput, async ({ tenant, person, input, now }) => {
  const { dateId, ...one } = input
  const marks = [{ ...one, tappedAt: now }]
  const outcome = await markAttendance(tenant, { dateId, personId: person.id, marks, now })
  refresh()
  const refusal = outcome.ok ? outcome.value.marked[0]!.refusal : null
  return refusal ? refused(refusal) : outcome
})

/** What a phone kept while it was alone. The page is not drawn anew: it knows what it sent. */
export const sync = citizenAction(SyncInput, ({ tenant, person, input, now }) =>
  markAttendance(tenant, { ...input, personId: person.id, now }),
)

export const addSomeone = citizenAction(ComerInput, async ({ tenant, person, input, now }) => {
  const outcome = await addComer(tenant, { ...input, personId: person.id, now })
  refresh()
  return outcome
})

export const restAbsent = citizenAction(RestInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await markTheRestAbsent(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  const { activityId, dateId } = outcome.value
  const door = `/mes-activites/${activityId}/dates/${dateId}/accueil?fait=rest#fait`
  redirect(pathOf(tenant, site.locale, 'agir', door))
})

export const pause = citizenAction(BreakInput, async ({ tenant, person, input, now }) => {
  const outcome = await setBreak(tenant, { ...input, personId: person.id, now })
  refresh()
  return outcome
})
