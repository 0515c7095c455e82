'use server'

import { redirect } from 'next/navigation'
import { citizenAction } from '../../../actions'
import { pathOf, type Site } from '../../../tenancy/site'
import { ActivityInput } from '../answers/input'
import { discardDraft, pullBack, sendActivity } from './commands'

export const send = citizenAction(ActivityInput, async ({ site, tenant, person, input, now }) => {
  const sent = await sendActivity(tenant, { ...input, personId: person.id, now })
  return sent.ok ? redirect(own(site, `/${input.activityId}?envoyee=1`)) : sent
})

export const takeBack = citizenAction(ActivityInput, async ({ site, tenant, person, input, now }) => {
  const back = await pullBack(tenant, { ...input, personId: person.id, now })
  return back.ok ? redirect(own(site, `/${input.activityId}`)) : back
})

export const discard = citizenAction(ActivityInput, async ({ site, tenant, person, input }) => {
  const gone = await discardDraft(tenant, { ...input, personId: person.id })
  return gone.ok ? redirect(own(site, '?effacee=1')) : gone
})

const own = ({ tenant, locale }: Site, rest: string) =>
  pathOf(tenant, locale, 'agir', `/mes-activites${rest}`)
