'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { InitiativeInput } from '../answers/input'
import { discardInitiative, endInitiative, pullBack, resumeInitiative, sendInitiative } from './commands'

export const send = citizenAction(InitiativeInput, async ({ site, tenant, person, input, now }) => {
  const sent = await sendInitiative(tenant, { ...input, personId: person.id, now })
  if (!sent.ok) return sent
  redirect(own(site, `/${input.initiativeId}?fait=${sent.value.slug ? 'publiee' : 'envoyee'}`))
})

export const takeBack = citizenAction(InitiativeInput, async ({ site, tenant, person, input, now }) => {
  const back = await pullBack(tenant, { ...input, personId: person.id, now })
  return back.ok ? redirect(own(site, `/${input.initiativeId}`)) : back
})

export const discard = citizenAction(InitiativeInput, async ({ site, tenant, person, input }) => {
  const gone = await discardInitiative(tenant, { ...input, personId: person.id })
  return gone.ok ? redirect(own(site, '?fait=effacee')) : gone
})

export const end = citizenAction(InitiativeInput, async ({ site, tenant, person, input, now }) => {
  const over = await endInitiative(tenant, { ...input, personId: person.id, now })
  return over.ok ? redirect(own(site, `/${input.initiativeId}?fait=terminee`)) : over
})

export const resume = citizenAction(InitiativeInput, async ({ site, tenant, person, input, now }) => {
  const again = await resumeInitiative(tenant, { ...input, personId: person.id, now })
  return again.ok ? redirect(own(site, `/${input.initiativeId}?fait=reprise`)) : again
})

const own = ({ tenant, locale }: Site, rest: string) =>
  pathOf(tenant, locale, 'agir', `/mes-initiatives${rest}`)
