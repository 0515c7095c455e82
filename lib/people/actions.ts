'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../actions'
import { stopFollowing as stop } from '../ideas/supports/commands'
import { FollowInput } from '../ideas/supports/input'
import { changeProfile, declare } from './commands'
import { Declaration, Profile } from './input'

export const saveProfile = citizenAction(Profile, ({ tenant, person, input }) =>
  changeProfile(tenant, { personId: person.id, ...input }),
)

export const declareTie = citizenAction(Declaration, ({ tenant, person, input, now }) =>
  declare(tenant, { personId: person.id, ...input, districtCode: input.districtCode || null, now }),
)

/** From the list of what one follows, which is one shorter afterwards. */
export const stopFollowing = citizenAction(FollowInput, async ({ tenant, person, input }) => {
  const outcome = await stop(tenant, { ideaId: input.ideaId, personId: person.id })
  refresh()
  return outcome
})
