'use server'

import { refresh } from 'next/cache'
import { areaAdminAction } from '../../../../actions'
import { makeCode } from '../codes/commands'
import { DecideInput, DissolvedInput, PartnerInput, ProofInput } from '../input'
import { decideProof, noteDissolved, setPartner } from './commands'

export const codeFor = areaAdminAction(ProofInput, ({ tenant, person, input, now }) =>
  makeCode(tenant, { ...input, byId: person.id, now }),
)

export const decide = areaAdminAction(DecideInput, async ({ tenant, person, input, now }) => {
  const outcome = await decideProof(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const partner = areaAdminAction(PartnerInput, async ({ tenant, person, input, now }) => {
  const outcome = await setPartner(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})

export const dissolved = areaAdminAction(DissolvedInput, async ({ tenant, person, input, now }) => {
  const outcome = await noteDissolved(tenant, { ...input, byId: person.id, now })
  if (outcome.ok) refresh()
  return outcome
})
