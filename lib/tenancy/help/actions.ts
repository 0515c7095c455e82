'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '../../actions'
import { pathOf } from '../site'
import { closeTicket, endAccess, grantAccess, openTicket, replyAsCity } from './commands'
import { Grant, NewTicket, OneTicket, Reply } from './input'

export const ask = adminAction(NewTicket, async ({ site, tenant, person, input, now }) => {
  const outcome = await openTicket(tenant, { ...input, by: person, now })
  if (outcome.ok)
    redirect(pathOf(tenant, site.locale, site.surface, `/administration/assistance/${outcome.value.id}`))
  return outcome
})

export const reply = adminAction(Reply, ({ tenant, person, input, now }) =>
  replyAsCity(tenant, { ...input, by: person, now }),
)

export const grant = adminAction(Grant, ({ tenant, person, input, now }) =>
  grantAccess(tenant, { ...input, by: person, now }),
)

export const revoke = adminAction(OneTicket, ({ tenant, person, input, now }) =>
  endAccess(tenant, { ...input, by: person, now }),
)

export const close = adminAction(OneTicket, ({ tenant, person, input, now }) =>
  closeTicket(tenant, { ...input, by: person, now }),
)
