'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../actions'
import { followInterest, stopInterest } from './commands'
import { InterestIn, StopInterest } from './input'

/** From a page that is the same for everyone: it is not read again. */
export const follow = citizenAction(InterestIn, ({ tenant, person, input, now }) =>
  followInterest(tenant, { personId: person.id, interest: input, now }),
)

/** From one's own list, which is one longer afterwards. */
export const add = citizenAction(InterestIn, async ({ tenant, person, input, now }) => {
  const outcome = await followInterest(tenant, { personId: person.id, interest: input, now })
  if (outcome.ok) refresh()
  return outcome
})

export const stop = citizenAction(StopInterest, async ({ tenant, person, input }) => {
  const outcome = await stopInterest(tenant, { personId: person.id, ...input })
  refresh()
  return outcome
})
