'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../../actions'
import { currentSession } from '../../auth/current-person'
import { pathOf, type Site } from '../../tenancy/site'
import { moveOwn, register as registerFor } from './commands'
import { OwnInput, RegisterInput } from './input'
import { findWayBack } from './queries'

/** From a page that is the same for everyone: whoever is not signed in comes back to it. */
export const register = visitorAction(RegisterInput, async ({ site, input, now }) => {
  const session = await currentSession()
  const answer = session ? await registerFor(site.tenant, { ...input, ...session, now }) : 'signed_out'
  if (answer === 'signed_out') redirect(await signInPath(site, input.seat[0]))
  return answer
})

export const cancel = citizenAction(OwnInput, async ({ tenant, person, input, now }) => {
  const outcome = await moveOwn(tenant, { ...input, personId: person.id, act: 'cancel', now })
  refresh()
  return outcome
})

export const accept = citizenAction(OwnInput, async ({ tenant, person, input, now }) => {
  const outcome = await moveOwn(tenant, { ...input, personId: person.id, act: 'accept', now })
  refresh()
  return outcome
})

export const reconfirm = citizenAction(OwnInput, async ({ tenant, person, input, now }) => {
  const outcome = await moveOwn(tenant, { ...input, personId: person.id, act: 'reconfirm', now })
  refresh()
  return outcome
})

async function signInPath({ tenant, locale }: Site, dateId: string): Promise<string> {
  const slug = await findWayBack(tenant, dateId)
  const back = pathOf(tenant, locale, 'agir', slug ? `/activites/${slug}?date=${dateId}` : '/activites')
  return `${pathOf(tenant, locale, 'agir', '/connexion')}?suite=${encodeURIComponent(back)}`
}
