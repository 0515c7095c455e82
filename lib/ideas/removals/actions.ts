'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { askForRemoval, confirmRemoval, declineRemoval } from './commands'
import { AskRemoval, DecideRemoval } from './input'

export const askRemoval = staffAction(AskRemoval, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await askForRemoval(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${here(site)}?fait=demande#retraits`)
  return outcome
})

export const agreeToRemoval = staffAction(DecideRemoval, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await confirmRemoval(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${here(site)}?fait=supprime#retraits`)
  return outcome
})

export const leaveInPlace = staffAction(DecideRemoval, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await declineRemoval(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${here(site)}?fait=garde#retraits`)
  return outcome
})

const here = ({ tenant, locale, surface }: Site) => pathOf(tenant, locale, surface, '/administration/donnees')
