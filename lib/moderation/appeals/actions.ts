'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../actions'
import { fileAppeal } from './commands'
import { AppealInput } from './input'

export const appeal = citizenAction(AppealInput, async ({ tenant, person, input, now }) => {
  const outcome = await fileAppeal(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
