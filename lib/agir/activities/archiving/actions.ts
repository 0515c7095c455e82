'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { ActivityInput } from '../answers/input'
import { archiveActivity, unarchiveActivity } from './commands'

export const archive = citizenAction(ActivityInput, async ({ site, tenant, person, input, now }) => {
  const away = await archiveActivity(tenant, { ...input, personId: person.id, now })
  return away.ok ? redirect(own(site, input.activityId)) : away
})

export const unarchive = citizenAction(ActivityInput, async ({ site, tenant, person, input, now }) => {
  const back = await unarchiveActivity(tenant, { ...input, personId: person.id, now })
  return back.ok ? redirect(own(site, input.activityId)) : back
})

const own = ({ tenant, locale }: Site, id: string) =>
  `${pathOf(tenant, locale, 'agir', `/mes-activites/${id}`)}?range=1`
