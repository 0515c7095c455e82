'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { visitorAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { linkTo } from '../links/queries'
import { askAsGuest, confirmAsGuest, moveAsGuest } from './commands'
import { GuestInput, GuestMoveInput, LinkInput } from './input'

/** Whoever asks is told the same thing: that a letter leaves for the address they gave. */
export const ask = visitorAction(GuestInput, async ({ site, tenant, input, now }) => {
  const from = (await headers()).get('x-forwarded-for') ?? ''
  return askAsGuest(tenant, { ...input, locale: site.locale, from, now })
})

export const confirm = visitorAction(LinkInput, async ({ site, tenant, input, now }) => {
  const outcome = await confirmAsGuest(tenant, { token: input.jeton, now })
  if (!outcome.ok) return outcome
  const { registrationId, state } = outcome.value
  redirect(ownPage(site, linkTo(tenant, 'guest-registration', registrationId), state))
})

export const cancel = visitorAction(GuestMoveInput, async ({ site, tenant, input, now }) => {
  const outcome = await moveAsGuest(tenant, { ...input, token: input.jeton, act: 'cancel', now })
  if (!outcome.ok) return outcome
  redirect(ownPage(site, input.jeton, 'cancelled'))
})

export const accept = visitorAction(GuestMoveInput, async ({ site, tenant, input, now }) => {
  const outcome = await moveAsGuest(tenant, { ...input, token: input.jeton, act: 'accept', now })
  if (!outcome.ok) return outcome
  redirect(ownPage(site, input.jeton, outcome.value.state))
})

export const reconfirm = visitorAction(GuestMoveInput, async ({ site, tenant, input, now }) => {
  const outcome = await moveAsGuest(tenant, { ...input, token: input.jeton, act: 'reconfirm', now })
  if (!outcome.ok) return outcome
  redirect(ownPage(site, input.jeton, 'reconfirmed'))
})

function ownPage({ tenant, locale }: Site, token: string, what: string): string {
  return pathOf(tenant, locale, 'agir', `/inscription?jeton=${token}&fait=${what}`)
}
