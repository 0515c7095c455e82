'use server'

import { redirect } from 'next/navigation'
import { operatorDoor } from '../../db/operator'
import { done, refused } from '../../outcome'
import { verdictOn } from '../../tenancy/departure/erasing/rules'
import { doorAction, operatorAction } from '../acting'
import { endForGood } from './commands'
import { Deletion, PastedProof } from './input'
import { provingKey } from './queries'

export const erase = operatorAction(Deletion, async ({ person, input, now }) => {
  const outcome = await endForGood(operatorDoor(), { ...input, byEmail: person.email, now })
  if (outcome.ok) redirect(`/villes/${input.city}`)
  return outcome
})

/** Anyone who was given a proof may ask, signed in or not. */
export const verify = doorAction(PastedProof, async ({ input }) => {
  const verdict = verdictOn(input.proof, provingKey())
  if (verdict === 'altered') return refused('proof_altered')
  if (verdict === 'of_another') return refused('proof_of_another')
  return done(undefined)
})
