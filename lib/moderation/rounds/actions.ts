'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { EditInput } from '../../ideas/authoring/input'
import { pathOf } from '../../tenancy/site'
import { answerChanges } from './commands'

export const sendAgain = citizenAction(EditInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await answerChanges(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(`${pathOf(tenant, site.locale, 'decider', `/mes-idees/${input.ideaId}`)}?envoyee=1`)
})
