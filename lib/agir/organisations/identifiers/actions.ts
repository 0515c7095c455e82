'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../../actions'
import { addNumber, releaseNumber } from './commands'
import { NumberInput, ReleaseInput } from './input'

export const add = citizenAction(NumberInput, async ({ tenant, person, input, now }) => {
  const outcome = await addNumber(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const release = citizenAction(ReleaseInput, async ({ tenant, person, input, now }) => {
  const outcome = await releaseNumber(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
