'use server'

import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../../actions'
import { currentSession } from '../../auth/current-person'
import { pathOf, type Site } from '../../tenancy/site'
import { followIdea, stopFollowing } from './commands'
import { giveSupport, takeBackSupport, type Voice } from './desk'
import { FollowInput, SupportInput } from './input'
import { findSlug } from './queries'
import { outcomeOf, type SupportAnswer } from './rules'

export const support = visitorAction(SupportInput, ({ site, input }) => ask(site, input.ideaId, giveSupport))

export const takeBack = visitorAction(SupportInput, ({ site, input }) =>
  ask(site, input.ideaId, takeBackSupport),
)

export const follow = citizenAction(FollowInput, ({ tenant, person, input, now }) =>
  followIdea(tenant, { ideaId: input.ideaId, personId: person.id, now }),
)

export const unfollow = citizenAction(FollowInput, ({ tenant, person, input }) =>
  stopFollowing(tenant, { ideaId: input.ideaId, personId: person.id }),
)

async function ask(site: Site, ideaId: string, act: (voice: Voice) => Promise<SupportAnswer>) {
  const session = await currentSession()
  const answer = session ? await act({ tenant: site.tenant, ideaId, ...session }) : ({ status: 401 } as const)
  if (answer.status === 401) redirect(await signInPath(site, ideaId))
  return outcomeOf(answer)
}

/** Signing in leads back to the idea, where one press is left to make. */
async function signInPath({ tenant, locale }: Site, ideaId: string): Promise<string> {
  const slug = await findSlug(tenant, ideaId)
  const back = pathOf(tenant, locale, 'decider', slug ? `/idees/${slug}` : '/idees')
  const suite = encodeURIComponent(slug ? `${back}?geste=soutenir` : back)
  return `${pathOf(tenant, locale, 'decider', '/connexion')}?suite=${suite}`
}
