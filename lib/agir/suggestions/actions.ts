'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../actions'
import { chooseSuggestions } from './commands'
import { SuggestionsInput } from './input'

export const choose = citizenAction(SuggestionsInput, async ({ tenant, person, input, now }) => {
  const outcome = await chooseSuggestions(tenant, { ...input, personId: person.id, now })
  refresh()
  return outcome
})
