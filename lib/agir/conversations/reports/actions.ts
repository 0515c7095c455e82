'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf } from '../../../tenancy/site'
import { ReportMessageInput } from '../input'
import { reportMessage } from './commands'

export const report = citizenAction(ReportMessageInput, async ({ site, tenant, person, input, now }) => {
  const { goodFaith: _said, withContext, ...about } = input
  const from = (await headers()).get('x-forwarded-for') ?? ''
  const who = { personId: person.id, locale: site.locale, from }
  const outcome = await reportMessage(tenant, { ...about, ...who, withContext: withContext === 'on', now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/signaler/${outcome.value.id}?recu=1`))
})
