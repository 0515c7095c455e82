'use server'

import { redirect } from 'next/navigation'
import { adminAction, moderatorAction } from '../../actions'
import type { Outcome } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { confirmInvalidation, proposeInvalidation, releaseHeld, reverseInvalidation } from './commands'
import { certifyEarly } from './early/commands'
import { DecisionInput, EarlyInput, ProposeInput, ReleaseInput, ReverseInput } from './input'
import { giveUpProposal } from './proposals/commands'

export const propose = adminAction(ProposeInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, reason, ...condition } = input
  return shown(
    site,
    ideaId,
    'proposee',
    await proposeInvalidation(tenant, { ideaId, condition, reason, by, now }),
  )
})

export const confirm = adminAction(DecisionInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'confirmee', await confirmInvalidation(tenant, { id: input.id, by, now })),
)

export const reverse = adminAction(ReverseInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, ...decision } = input
  return shown(site, ideaId, 'annulee', await reverseInvalidation(tenant, { ...decision, by, now }))
})

export const giveUp = adminAction(ReverseInput, async ({ site, tenant, person: by, input, now }) => {
  const { ideaId, ...proposal } = input
  return shown(site, ideaId, 'abandonnee', await giveUpProposal(tenant, { ...proposal, by, now }))
})

export const release = adminAction(ReleaseInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'comptes', await releaseHeld(tenant, { ...input, by, now })),
)

export const certify = moderatorAction(EarlyInput, async ({ site, tenant, person: by, input, now }) =>
  shown(site, input.ideaId, 'certifie', await certifyEarly(tenant, { ...input, by, now })),
)

function shown<Refusal extends string>(
  { tenant, locale }: Site,
  ideaId: string,
  done: string,
  outcome: Outcome<unknown, Refusal>,
): Outcome<unknown, Refusal> {
  if (outcome.ok) redirect(`${pathOf(tenant, locale, 'decider', `/verification/${ideaId}`)}?fait=${done}`)
  return outcome
}
