'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { citizenAction } from '../../actions'
import { offerHelp, stopHelping, withdrawHelp } from './commands'
import { VolunteerInput } from './input'

export const offer = citizenAction(VolunteerInput, async ({ tenant, person, input, now }) => {
  const outcome = await offerHelp(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const stop = citizenAction(z.strictObject({}), async ({ tenant, person, now }) => {
  const outcome = await stopHelping(tenant, person.id, now)
  if (outcome.ok) refresh()
  return outcome
})

export const withdraw = citizenAction(z.strictObject({}), async ({ tenant, person }) => {
  const outcome = await withdrawHelp(tenant, person.id)
  refresh()
  return outcome
})
