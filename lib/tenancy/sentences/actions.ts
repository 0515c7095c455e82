'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { pathOf } from '../site'
import { saySentence } from './commands'
import { SentenceInput } from './input'

export const say = adminAction(SentenceInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await saySentence(tenant, { ...input, by: person, now })
  if (!outcome.ok) return outcome
  const { locale, surface } = site
  redirect(`${pathOf(tenant, locale, surface, '/administration/mots/phrase')}?nom=${input.key}&fait=1`)
})
