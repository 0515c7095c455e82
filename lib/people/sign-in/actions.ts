'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { visitorAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { askForLink as sendLink } from './commands'
import { AskForLink } from './input'

/** Whoever asks is told the same thing and sent to the same page. */
export const askForLink = visitorAction(AskForLink, async ({ site, tenant, input, now }) => {
  const { locale, surface } = site
  const next = input.suite ?? pathOf(tenant, locale, surface, '/')
  const from = (await headers()).get('x-forwarded-for') ?? ''
  const outcome = await sendLink(tenant, { email: input.email, next, locale, from, now })
  if (outcome.ok)
    redirect(`${pathOf(tenant, locale, surface, '/connexion/envoi')}?suite=${encodeURIComponent(next)}`)
  return outcome
})
