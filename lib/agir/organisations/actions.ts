'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { type Acting, isStaff } from '../../people/rules'
import { pathOf, type Site } from '../../tenancy/site'
import { beginOrganisation, changeOrganisation, discardOrganisation, sendOrganisation } from './commands'
import { closeOrganisation } from './leaving/commands'
import { BeginInput, ChangeInput, OneInput } from './input'

export const begin = citizenAction(BeginInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await beginOrganisation(tenant, { ...input, ...who(person), locale: site.locale, now })
  return outcome.ok ? redirect(`${ownPath(site, outcome.value.id)}?fait=commencee`) : outcome
})

export const change = citizenAction(ChangeInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await changeOrganisation(tenant, { ...input, ...who(person), now })
  if (!outcome.ok) return outcome
  redirect(`${ownPath(site, input.organisationId)}?fait=${outcome.value.waits ? 'attend' : 'changee'}`)
})

export const send = citizenAction(OneInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await sendOrganisation(tenant, { ...input, personId: person.id, now })
  return outcome.ok ? redirect(`${ownPath(site, input.organisationId)}?fait=envoyee`) : outcome
})

export const discard = citizenAction(OneInput, async ({ site, tenant, person, input }) => {
  const outcome = await discardOrganisation(tenant, { ...input, personId: person.id })
  if (!outcome.ok) return outcome
  redirect(`${pathOf(tenant, site.locale, 'agir', '/mes-organisations')}?fait=jetee`)
})

export const close = citizenAction(OneInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await closeOrganisation(tenant, { ...input, personId: person.id, now })
  if (!outcome.ok) return outcome
  redirect(`${pathOf(tenant, site.locale, 'agir', '/mes-organisations')}?fait=fermee`)
})

const who = (person: Acting & { id: string }) => ({ personId: person.id, isStaff: isStaff(person) })

function ownPath({ tenant, locale }: Site, id: string): string {
  return pathOf(tenant, locale, 'agir', `/mes-organisations/${id}`)
}
