'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { comeEveryTime, stayAway, stopComing } from './commands'
import { AwayInput, EveryTimeInput, StandingInput } from './input'

export const everyTime = citizenAction(EveryTimeInput, async ({ site, tenant, person, input, now }) => {
  const today = now.toLocaleDateString('sv-SE', { timeZone: tenant.timeZone })
  const outcome = await comeEveryTime(tenant, { ...input, party: 1, personId: person.id, today, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', '/mes-inscriptions#chaque-fois'))
})

export const stop = citizenAction(StandingInput, async ({ tenant, person, input, now }) => {
  const outcome = await stopComing(tenant, { ...input, personId: person.id, now })
  refresh()
  return outcome
})

export const away = citizenAction(AwayInput, async ({ tenant, person, input, now }) => {
  const outcome = await stayAway(tenant, { ...input, personId: person.id, now })
  refresh()
  return outcome
})
