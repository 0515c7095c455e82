'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { giveFeedback } from './commands'
import { FeedbackInput } from './input'

export const say = citizenAction(FeedbackInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await giveFeedback(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/avis/${outcome.value.dateId}?fait=1#fait`))
})
