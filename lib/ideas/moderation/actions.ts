'use server'

import { redirect } from 'next/navigation'
import { moderatorAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { publishIdea, refuseIdea } from './commands'
import { PublishInput, RefuseInput } from './input'

export const publish = moderatorAction(PublishInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await publishIdea(tenant, { ideaId: input.ideaId, byId: person.id, now })
  return outcome.ok ? redirect(readingPath(site, input.ideaId)) : told(site, input.ideaId, outcome)
})

export const refuse = moderatorAction(RefuseInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await refuseIdea(tenant, { ...input, byId: person.id, now })
  return outcome.ok ? redirect(readingPath(site, input.ideaId)) : told(site, input.ideaId, outcome)
})

/** Whoever comes second reads what the first decided, on the page that says it. */
function told<Refused extends { refusal: string }>(site: Site, ideaId: string, outcome: Refused): Refused {
  if (outcome.refusal === 'already_treated') redirect(`${readingPath(site, ideaId)}?deja=1`)
  return outcome
}

function readingPath({ tenant, locale }: Site, ideaId: string): string {
  return pathOf(tenant, locale, 'decider', `/moderation/${ideaId}`)
}
