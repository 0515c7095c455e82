'use server'

import { refresh } from 'next/cache'
import { ownerAction } from '../../../actions'
import { askForArchive as askToKeep, askForPackage as ask } from './commands'
import { AskForArchive, AskForPackage } from './input'

export const askForPackage = ownerAction(AskForPackage, async ({ tenant, person, input, now }) => {
  const words = input.people ? input.words.trim() : null
  const outcome = await ask(tenant, { by: person, cityName: input.cityName, words, now })
  if (outcome.ok) refresh()
  return outcome
})

export const askForArchive = ownerAction(AskForArchive, async ({ tenant, person, now }) => {
  const outcome = await askToKeep(tenant, { by: person, now })
  if (outcome.ok) refresh()
  return outcome
})
