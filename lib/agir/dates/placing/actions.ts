'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf } from '../../../tenancy/site'
import { placeDate } from './commands'
import { DatePlaceInput } from './input'

export const holdElsewhere = citizenAction(DatePlaceInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await placeDate(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  const { activityId, waits } = outcome.value
  const said = waits ? '?garde=1' : '?change=1#dates'
  redirect(pathOf(tenant, site.locale, 'agir', `/mes-activites/${activityId}${said}`))
})
