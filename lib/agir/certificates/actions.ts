'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOf } from '../../tenancy/site'
import { issueCertificate, revokeCertificate } from './commands'
import { IssueInput, RevokeInput } from './input'

export const issue = citizenAction(IssueInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await issueCertificate(tenant, { ...input, personId: person.id, locale: site.locale, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/mes-heures/attestations/${outcome.value.serial}`))
})

export const revoke = citizenAction(RevokeInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await revokeCertificate(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(pathOf(tenant, site.locale, 'agir', `/attestations/${outcome.value.serial}`))
})
