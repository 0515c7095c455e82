'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { shareOnDate } from './commands'
import { ShareInput } from './input'

export const share = citizenAction(ShareInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await shareOnDate(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  const page = `/mes-inscriptions/dates/${outcome.value.dateId}?fait=partage#partage`
  redirect(pathOf(tenant, site.locale, 'agir', page))
})
