'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { answerCall } from './answering/commands'
import { announceToComing } from './announcing/commands'
import { closeCall, openCall } from './commands'
import { CallAnnounceInput, CallInput, OneCallInput, ReplyInput } from './input'

export const open = citizenAction(CallInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await openCall(tenant, { ...input, person, locale: site.locale, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/appels/${outcome.value.id}?fait=ouvert`))
})

export const close = citizenAction(OneCallInput, async ({ tenant, person, input, now }) => {
  const outcome = await closeCall(tenant, { ...input, person, now })
  if (outcome.ok) refresh()
  return outcome
})

export const announce = citizenAction(CallAnnounceInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await announceToComing(tenant, { ...input, person, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/appels/${outcome.value.id}?fait=annonce#annonces`))
})

/** From the letter, without signing in: the link only leads here, the press is what answers. */
export const reply = visitorAction(ReplyInput, async ({ tenant, person, input, now }) => {
  const { jeton: token, ...said } = input
  const outcome = await answerCall(tenant, { ...said, token, personId: person?.id ?? null, now })
  if (outcome.ok) refresh()
  return outcome
})
