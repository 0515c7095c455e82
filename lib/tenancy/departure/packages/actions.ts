'use server'

import { refresh } from 'next/cache'
import { ownerAction } from '../../../actions'
import { askForPackage as ask } from './commands'
import { AskForPackage } from './input'

export const askForPackage = ownerAction(AskForPackage, async ({ tenant, person, input, now }) => {
  const words = input.people ? input.words.trim() : null
  const outcome = await ask(tenant, { by: person, cityName: input.cityName, words, now })
  if (outcome.ok) refresh()
  return outcome
})
