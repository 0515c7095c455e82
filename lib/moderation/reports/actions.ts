'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { visitorAction } from '../../actions'
import { refused } from '../../outcome'
import { pathOf } from '../../tenancy/site'
import { reportSubject } from './commands'
import { ReportInput } from './input'

export const report = visitorAction(ReportInput, async ({ site, tenant, person, input, now }) => {
  const needed = tenant.signIn.acts.report
  if (needed !== 'none' && (!person || person.assurance < needed)) return refused('assurance_too_low')
  const { goodFaith: _said, email = null, ...about } = input
  const from = (await headers()).get('x-forwarded-for') ?? ''
  const who = { personId: person?.id ?? null, email, locale: site.locale, from }
  const outcome = await reportSubject(tenant, { ...about, ...who, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, site.surface, `/signaler/${outcome.value.id}?recu=1`))
})
