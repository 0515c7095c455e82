'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import type { Outcome } from '../../outcome'
import { pathOf, type Site } from '../site'
import { checkHost, claimHost, makeMain, releaseHost, serveHost } from './commands'
import { AddHost, OneHost, SwitchHost } from './input'
import type { HostRefusal } from './rules'

type Result = Outcome<undefined, HostRefusal>

export const add = adminAction(AddHost, async ({ site, tenant, person, input, now }) =>
  back(site, await claimHost(tenant, { ...input, by: person, now }), 'ajoute'),
)

export const check = adminAction(OneHost, async ({ site, tenant, input, now }) =>
  back(site, await checkHost(tenant, input.host, now), 'verifie'),
)

export const serve = adminAction(OneHost, async ({ site, tenant, person, input, now }) =>
  back(site, await serveHost(tenant, { ...input, by: person, now }), 'servi'),
)

export const putFirst = adminAction(SwitchHost, async ({ site, tenant, person, input, now }) => {
  const outcome = await makeMain(tenant, { host: input.host, by: person, now })
  return outcome.ok ? back(site, outcome, 'principal') : outcome
})

export const release = adminAction(OneHost, async ({ site, tenant, person, input, now }) =>
  back(site, await releaseHost(tenant, { ...input, by: person, now }), 'rendu'),
)

function back({ tenant, locale, surface }: Site, outcome: Result, done: string): Result {
  if (outcome.ok) redirect(`${pathOf(tenant, locale, surface, '/administration/adresses')}?fait=${done}`)
  return outcome
}
