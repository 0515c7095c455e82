'use server'

import { redirect } from 'next/navigation'
import { visitorAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { LinkInput } from '../guests/input'
import { giveConsent, refuseConsent, withdrawConsent } from './commands'
import { ConsentInput } from './input'

/** Whoever holds the letter answers: neither an account nor a script is needed. */
export const consent = visitorAction(ConsentInput, async ({ site, tenant, input, now }) => {
  const outcome = await giveConsent(tenant, { token: input.jeton, scope: input.scope, now })
  return outcome.ok ? redirect(page(site, input.jeton)) : outcome
})

export const refuse = visitorAction(LinkInput, async ({ site, tenant, input, now }) => {
  const outcome = await refuseConsent(tenant, { token: input.jeton, now })
  return outcome.ok ? redirect(page(site, input.jeton)) : outcome
})

export const withdraw = visitorAction(LinkInput, async ({ site, tenant, input, now }) => {
  const outcome = await withdrawConsent(tenant, { token: input.jeton, now })
  return outcome.ok ? redirect(page(site, input.jeton)) : outcome
})

function page({ tenant, locale }: Site, token: string): string {
  return pathOf(tenant, locale, 'agir', `/accord?jeton=${token}&fait=1`)
}
