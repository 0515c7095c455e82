'use server'

import { redirect } from 'next/navigation'
import { moderatorAction } from '../../actions'
import { pathOf, type Site } from '../../tenancy/site'
import { forgetTemplate, saveTemplate } from './commands'
import { ForgetTemplateInput, TemplateInput } from './input'

export const saveLetter = moderatorAction(TemplateInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await saveTemplate(tenant, { ...input, byId: person.id, now })
  return outcome.ok ? redirect(listPath(site)) : outcome
})

export const forgetLetter = moderatorAction(ForgetTemplateInput, async ({ site, tenant, input }) => {
  await forgetTemplate(tenant, input.id)
  redirect(listPath(site))
})

function listPath({ tenant, locale, surface }: Site): string {
  return `${pathOf(tenant, locale, surface, '/moderation/modeles')}?fait=1`
}
