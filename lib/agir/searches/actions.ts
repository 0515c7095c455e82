'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../actions'
import { changeSearch, forgetSearch, keepSearch } from './commands'
import { ChangeInput, SearchIn, SearchInput } from './input'

/** From a list that is the same for everyone: it is not read again. */
export const save = citizenAction(SearchInput, ({ tenant, person, input, now }) =>
  keepSearch(tenant, { ...input, personId: person.id, now }),
)

export const change = citizenAction(ChangeInput, async ({ tenant, person, input, now }) => {
  const outcome = await changeSearch(tenant, { ...input, personId: person.id, now })
  refresh()
  return outcome
})

export const forget = citizenAction(SearchIn, async ({ tenant, person, input }) => {
  const outcome = await forgetSearch(tenant, { ...input, personId: person.id })
  refresh()
  return outcome
})
