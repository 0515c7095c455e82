'use server'

import { citizenAction } from '../../actions'
import { keepFavourite } from './commands'
import { FavouriteInput } from './input'

/** The page is not read again: what was let go by mistake is still there to be kept. */
export const favour = citizenAction(FavouriteInput, ({ tenant, person, input, now }) =>
  keepFavourite(tenant, { ...input, personId: person.id, now }),
)
