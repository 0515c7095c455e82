'use server'

import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../actions'
import { forgetText, keepText } from '../auth/kept-text'
import { findSlug } from '../ideas/supports/queries'
import { refused } from '../outcome'
import { pathOf, type Site } from '../tenancy/site'
import { answerForCity, tellNews, writeComment } from './commands'
import { ChangeInput, CommentInput, OwnCommentInput, SpokenInput, VoteInput } from './input'
import { changeComment, removeComment } from './own/commands'
import { voteOnComment } from './voting/commands'

/** Who is not signed in signs in first, and finds what they wrote where they left it. */
export const write = visitorAction(CommentInput, async ({ tenant, site, person, input, now }) => {
  const writing = { ...input, stance: input.stance ?? 'neutral' }
  if (!person) {
    await keepText(writing)
    redirect(await signInPath(site, writing))
  }
  if (person.assurance < tenant.signIn.acts.comment) return refused('assurance_too_low')
  const outcome = await writeComment(tenant, { ...writing, locale: site.locale, personId: person.id, now })
  if (!outcome.ok) return outcome
  await forgetText()
  redirect(placeOf(site, outcome.value, 'publie'))
})

export const speakForCity = citizenAction(SpokenInput, async ({ tenant, site, person, input, now }) => {
  const writing = { ...input, person, locale: site.locale, personId: person.id, now }
  const outcome = await answerForCity(tenant, writing)
  if (!outcome.ok) return outcome
  redirect(placeOf(site, outcome.value, 'publie'))
})

export const tell = citizenAction(SpokenInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await tellNews(tenant, { ...input, locale: site.locale, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(placeOf(site, outcome.value, 'publie'))
})

export const change = citizenAction(ChangeInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await changeComment(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(placeOf(site, outcome.value, 'modifie'))
})

export const remove = citizenAction(OwnCommentInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await removeComment(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', '/mes-commentaires?fait=supprime'))
})

export const vote = citizenAction(VoteInput, ({ tenant, person, input, now }) =>
  voteOnComment(tenant, { ...input, personId: person.id, now }),
)

function placeOf({ tenant, locale }: Site, { id, slug }: { id: string; slug: string }, done: string): string {
  return `${pathOf(tenant, locale, 'decider', `/idees/${slug}/commentaires/${id}`)}?fait=${done}#c-${id}`
}

async function signInPath({ tenant, locale }: Site, { ideaId }: { ideaId: string }): Promise<string> {
  const slug = await findSlug(tenant, ideaId)
  const back = pathOf(tenant, locale, 'decider', slug ? `/idees/${slug}/discussion/ecrire` : '/idees')
  return `${pathOf(tenant, locale, 'decider', '/connexion')}?suite=${encodeURIComponent(back)}`
}
