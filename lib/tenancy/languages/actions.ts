'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { pathOf } from '../site'
import { setLanguage } from './commands'
import { LanguageInput } from './input'

export const changeLanguages = adminAction(LanguageInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await setLanguage(tenant, { ...input, by: person, now })
  if (!outcome.ok) return outcome
  const { locale, surface } = site
  redirect(`${pathOf(tenant, locale, surface, '/administration/langues')}?fait=${input.act}`)
})
