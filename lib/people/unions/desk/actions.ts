'use server'

import { redirect } from 'next/navigation'
import { staffAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { askForUnion, confirmUnion, declineUnion } from './commands'
import { AskForUnion, DecideUnion } from './input'

export const ask = staffAction(AskForUnion, async ({ site, tenant, person, input, now }) => {
  const outcome = await askForUnion(tenant, { ...input, by: person, now })
  if (outcome.ok) redirect(`${here(site)}?fait=demande`)
  return outcome
})

export const confirm = staffAction(DecideUnion, async ({ site, tenant, person, input, now }) => {
  const outcome = await confirmUnion(tenant, { ...input, by: person, now })
  if (outcome.ok) redirect(`${here(site)}?fait=reunis`)
  return outcome
})

export const decline = staffAction(DecideUnion, async ({ site, tenant, person, input, now }) => {
  const outcome = await declineUnion(tenant, { ...input, by: person, now })
  if (outcome.ok) redirect(here(site))
  return outcome
})

const here = ({ tenant, locale, surface }: Site) => pathOf(tenant, locale, surface, '/administration/comptes')
