'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { announceToRegistrants } from './commands'
import { AnnounceInput } from './input'

export const announce = citizenAction(AnnounceInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await announceToRegistrants(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  const { activityId, dateId } = outcome.value
  const list = `/mes-activites/${activityId}/dates/${dateId}?fait=announce#fait`
  redirect(pathOf(tenant, site.locale, 'agir', list))
})
