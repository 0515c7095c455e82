'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../../actions'
import { openFeed, revokeFeed } from './commands'
import { FeedInput } from './input'

export const open = citizenAction(FeedInput, async ({ tenant, person, now }) => {
  const outcome = await openFeed(tenant, { personId: person.id, now })
  refresh()
  return outcome
})

export const close = citizenAction(FeedInput, async ({ tenant, person, now }) => {
  const outcome = await revokeFeed(tenant, { personId: person.id, now })
  refresh()
  return outcome
})
