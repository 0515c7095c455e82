'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf } from '../../../tenancy/site'
import { InitiativeInput } from '../answers/input'
import { leaveInitiative, shareKeeping, takePart } from './commands'
import { KeeperInput } from './input'

export const join = citizenAction(InitiativeInput, ({ tenant, person, input, now }) =>
  takePart(tenant, { ...input, personId: person.id, now }),
)

export const leave = citizenAction(InitiativeInput, async ({ site, tenant, person, input, now }) => {
  const left = await leaveInitiative(tenant, { ...input, personId: person.id, now })
  if (!left.ok) return left
  redirect(`${pathOf(tenant, site.locale, 'agir', '/mes-initiatives')}?fait=quittee`)
})

export const share = citizenAction(KeeperInput, async ({ site, tenant, person, input, now }) => {
  const shared = await shareKeeping(tenant, { ...input, personId: person.id, now })
  if (!shared.ok) return shared
  redirect(`${pathOf(tenant, site.locale, 'agir', `/mes-initiatives/${input.initiativeId}`)}?fait=partagee`)
})
