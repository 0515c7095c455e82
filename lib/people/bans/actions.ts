'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction, staffAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { appealBan } from './appealing/commands'
import { askForBan, confirmBan, declineBan, reviewBan } from './commands'
import { AppealBan, AskForBan, DecideBan, ReviewBan } from './input'

export const suspend = staffAction(AskForBan, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await askForBan(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${here(site)}?fait=suspension`)
  return outcome
})

export const agree = staffAction(DecideBan, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await confirmBan(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${here(site)}?fait=suspendu`)
  return outcome
})

export const disagree = staffAction(DecideBan, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await declineBan(tenant, { ...input, by, now })
  if (outcome.ok) redirect(here(site))
  return outcome
})

export const review = staffAction(ReviewBan, async ({ site, tenant, person: by, input, now }) => {
  const outcome = await reviewBan(tenant, { ...input, by, now })
  if (outcome.ok) redirect(`${here(site)}?fait=relu`)
  return outcome
})

export const appeal = citizenAction(AppealBan, async ({ tenant, person, input, now }) => {
  const outcome = await appealBan(tenant, { personId: person.id, ...input, now })
  if (outcome.ok) refresh()
  return outcome
})

const here = ({ tenant, locale, surface }: Site) => pathOf(tenant, locale, surface, '/administration/comptes')
