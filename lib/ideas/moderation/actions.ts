'use server'

import { moderatorAction } from '../../actions'
import { publishIdea, refuseIdea } from './commands'
import { PublishInput, RefuseInput } from './input'

export const publish = moderatorAction(PublishInput, ({ tenant, person, input, now }) =>
  publishIdea(tenant, { ideaId: input.ideaId, byId: person.id, now }),
)

export const refuse = moderatorAction(RefuseInput, ({ tenant, person, input, now }) =>
  refuseIdea(tenant, { ...input, byId: person.id, now }),
)
