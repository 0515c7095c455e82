'use server'

import { redirect } from 'next/navigation'
import { dpoAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { askForExport as ask } from './commands'
import { AskForExport } from './input'

export const askForExport = dpoAction(AskForExport, async ({ tenant, person, site, input, now }) => {
  const outcome = await ask(tenant, { personId: person.id, ...input, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, site.surface, `/administration/donnees/${outcome.value.exportId}`))
})
