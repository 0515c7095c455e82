'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { excludeRegistrant, liftExclusion } from './commands'
import { ExcludeInput, LiftInput } from './input'

export const exclude = citizenAction(ExcludeInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await excludeRegistrant(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(listOf(site, outcome.value, 'exclude'))
})

export const lift = citizenAction(LiftInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await liftExclusion(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(listOf(site, input, 'lift'))
})

type Place = { activityId: string; dateId: string }

function listOf({ tenant, locale }: Site, { activityId, dateId }: Place, what: string): string {
  return pathOf(tenant, locale, 'agir', `/mes-activites/${activityId}/dates/${dateId}?fait=${what}#fait`)
}
