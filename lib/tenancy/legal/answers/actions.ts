'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../../actions'
import { pathOf } from '../../site'
import { answerLegal } from './commands'
import { AnswersInput } from './input'

export const answer = adminAction(AnswersInput, async ({ site, tenant, person, input, now }) => {
  const kept = await answerLegal(tenant, { ...input, by: person, now })
  if (!kept.ok) return kept
  const { locale, surface } = site
  redirect(
    `${pathOf(tenant, locale, surface, '/administration/pages-legales')}?page=${input.document}&fait=1`,
  )
})
