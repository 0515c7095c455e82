'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { grantRole, revokeRole, setRoleEnd } from './commands'
import { EndInput, GrantInput, RevokeInput } from './input'

export const grant = adminAction(GrantInput, async ({ site, tenant, person, input, now }) => {
  const { scope, ...given } = input
  const outcome = await grantRole(tenant, { ...given, ...scope, byId: person.id, now })
  return outcome.ok ? redirect(rolesPath(site, 'donne')) : outcome
})

export const setEnd = adminAction(EndInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await setRoleEnd(tenant, { ...input, byId: person.id, now })
  return outcome.ok ? redirect(rolesPath(site, 'fin')) : outcome
})

export const revoke = adminAction(RevokeInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await revokeRole(tenant, { ...input, byId: person.id, now })
  return outcome.ok ? redirect(rolesPath(site, 'retire')) : outcome
})

function rolesPath({ tenant, locale, surface }: Site, done: string): string {
  return `${pathOf(tenant, locale, surface, '/administration/roles')}?fait=${done}`
}
