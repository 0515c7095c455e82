'use server'

import { refresh } from 'next/cache'
import { citizenAction } from '../../../actions'
import { claimPage } from './claims/commands'
import { askProof } from './commands'
import { checkDomain } from './domain/commands'
import { AskInput, ClaimInput, CodeInput, DomainInput, VouchForInput, VouchInput } from './input'
import { enterCode } from './codes/commands'
import { vouchAsOrganisation, vouchAsResident } from './vouching/commands'

export const checkSite = citizenAction(DomainInput, async ({ tenant, person, input, now }) => {
  const outcome = await checkDomain(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const askCity = citizenAction(AskInput, async ({ tenant, person, input, now }) => {
  const outcome = await askProof(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const giveCode = citizenAction(CodeInput, async ({ tenant, person, input, now }) => {
  const outcome = await enterCode(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const vouch = citizenAction(VouchInput, ({ tenant, person, input, now }) =>
  vouchAsResident(tenant, { ...input, personId: person.id, now }),
)

export const vouchFor = citizenAction(VouchForInput, ({ tenant, person, input, now }) =>
  vouchAsOrganisation(tenant, { ...input, personId: person.id, now }),
)

export const claim = citizenAction(ClaimInput, async ({ tenant, person, input, now }) => {
  const outcome = await claimPage(tenant, { ...input, personId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
