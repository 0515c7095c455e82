'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { citizenAction } from '../../actions'
import { pathOfOccurrence, platformOfOccurrence } from '../../mail/wording'
import { refused } from '../../outcome'
import { wayTo } from '../../tenancy/origin'
import { markRead } from './commands'
import { Everything, OpenNotice } from './input'
import { findNotice } from './queries'

/** Goes to what a notice tells of; from then on it has been read. */
export const openNotice = citizenAction(OpenNotice, async ({ tenant, person, site, input, now }) => {
  const notice = await findNotice(tenant, person.id, input.eventId)
  if (!notice) return refused('not_there')
  await markRead(tenant, { personId: person.id, now, eventId: input.eventId })
  redirect(wayTo(site, pathOfOccurrence(notice), platformOfOccurrence(tenant, notice)))
})

export const readAll = citizenAction(Everything, async ({ tenant, person, now }) => {
  const outcome = await markRead(tenant, { personId: person.id, now })
  refresh()
  return outcome
})
