'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf } from '../../../tenancy/site'
import { changeRoles } from './commands'
import { RolesInput } from './input'

export const changeWhatThereIsToDo = citizenAction(
  RolesInput,
  async ({ site, tenant, person, input, now }) => {
    const outcome = await changeRoles(tenant, { ...input, personId: person.id, now })
    if (!outcome.ok) return outcome
    const { activityId, dateId } = outcome.value
    const list = `/mes-activites/${activityId}/dates/${dateId}?fait=roles#fait`
    redirect(pathOf(tenant, site.locale, 'agir', list))
  },
)
