'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../actions'
import { stopFollowing as stop } from '../ideas/supports/commands'
import { FollowInput } from '../ideas/supports/input'
import { changeProfile, declare } from './commands'
import { Declaration, Profile } from './input'

export const saveProfile = citizenAction(Profile, async ({ tenant, person, input }) => {
  const outcome = await changeProfile(tenant, { personId: person.id, ...input })
  if (outcome.ok) refresh()
  return outcome
})

export const declareTie = citizenAction(Declaration, async ({ tenant, person, input, now }) => {
  const tie = { ...input, districtCode: input.districtCode || null }
  const outcome = await declare(tenant, { personId: person.id, ...tie, now })
  if (outcome.ok) refresh()
  return outcome
})

/** From the list of what one follows, which is one shorter afterwards. */
export const stopFollowing = citizenAction(FollowInput, async ({ tenant, person, input }) => {
  const outcome = await stop(tenant, { ideaId: input.ideaId, personId: person.id })
  refresh()
  return outcome
})
