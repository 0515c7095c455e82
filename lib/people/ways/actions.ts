'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import type { Site } from '../../tenancy/site'
import { removeWay, saveAccess, saveWay } from './commands'
import { RemoveWay, SaveAccess, SaveWay } from './input'

export const save = adminAction(
  ({ tenant }) => SaveWay(tenant.locales),
  async ({ site, tenant, person, input, now }) => {
    const outcome = await saveWay(tenant, { ...input, by: person, now })
    if (outcome.ok) redirect(`${here(site)}?fait=garde`)
    return outcome
  },
)

export const remove = adminAction(RemoveWay, async ({ site, tenant, person, input, now }) => {
  const outcome = await removeWay(tenant, { ...input, by: person, now })
  if (outcome.ok) redirect(`${here(site)}?fait=retire`)
  return outcome
})

export const saveRules = adminAction(SaveAccess, async ({ site, tenant, person, input, now }) => {
  const outcome = await saveAccess(tenant, { ...input, by: person, now })
  if (outcome.ok) redirect(`${here(site)}?fait=garde`)
  return outcome
})

const here = ({ tenant, locale, surface }: Site) =>
  pathOf(tenant, locale, surface, '/administration/connexion')
