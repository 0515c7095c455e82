'use server'

import { redirect } from 'next/navigation'
import { citizenAction, visitorAction } from '../../actions'
import { currentHolder } from '../../auth/draft-key'
import { pathOf } from '../../tenancy/site'
import { addAddendum, discardDraft, editIdea, pullBack, relaunchIdea, withdrawIdea } from './commands'
import { AddendumInput, EditInput, OwnIdeaInput } from './input'

export const edit = citizenAction(EditInput, ({ tenant, person, input, now }) =>
  editIdea(tenant, { ...input, personId: person.id, now }),
)

export const add = citizenAction(AddendumInput, ({ tenant, person, input, now }) =>
  addAddendum(tenant, { ...input, personId: person.id, now }),
)

export const withdraw = citizenAction(OwnIdeaInput, ({ tenant, person, input, now }) =>
  withdrawIdea(tenant, { ...input, personId: person.id, now }),
)

export const takeBack = citizenAction(OwnIdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await pullBack(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/deposer/${input.ideaId}/envoi`))
})

export const relaunch = citizenAction(OwnIdeaInput, async ({ tenant, site, person, input, now }) => {
  const outcome = await relaunchIdea(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', `/deposer/${outcome.value.id}/sujet`))
})

export const discard = visitorAction(OwnIdeaInput, async ({ tenant, site, input }) => {
  const outcome = await discardDraft(tenant, { ...input, holder: await currentHolder() })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'decider', '/mes-idees?efface=1'))
})
