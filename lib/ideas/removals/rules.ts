import { type Acting, actsAs, type Whereabouts } from '../../people/rules'
import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

export const removalGrounds = ['court_order', 'personal_data', 'unlawful'] as const
export type RemovalGround = (typeof removalGrounds)[number]

/** One of each is needed, and never the same person. */
export const removers = ['admin', 'dpo'] as const
export type Remover = (typeof removers)[number]

export const removalText = { min: 30, max: 1000 } as const

export const removalRefusals = [
  'not_there',
  'not_allowed',
  'own_idea',
  'already_asked',
  'not_waiting',
  'same_person',
  'needs_the_other',
] as const
export type RemovalRefusal = (typeof removalRefusals)[number]

type Remaining = Axes & Whereabouts & { authorId: string | null }

export function removesAs(by: Acting, role: Remover, about?: Whereabouts): boolean {
  return role === 'dpo' ? actsAs(by, 'dpo') : actsAs(by, 'admin', about)
}

export function mayRemove(by: Acting): boolean {
  return removers.some((role) => removesAs(by, role))
}

/** As what this person asks that a text be taken away; or why they may not. */
export function askingAs(idea: Remaining, by: Acting & { id: string }): Remover | RemovalRefusal {
  if (!mayChange(idea, 'remove') || idea.publication === 'draft') return 'not_there'
  if (idea.authorId === by.id) return 'own_idea'
  return removers.find((role) => removesAs(by, role, idea)) ?? 'not_allowed'
}

type Asked = { askedById: string; askedAs: Remover; confirmedAt: Date | null; declinedAt: Date | null }

/** Why this person may not be the second; null when they may: the other of the two roles, and another person. */
export function decidingRefusal(
  removal: Asked,
  idea: Remaining,
  by: Acting & { id: string },
): RemovalRefusal | null {
  if (removal.confirmedAt || removal.declinedAt) return 'not_waiting'
  if (removal.askedById === by.id) return 'same_person'
  if (idea.authorId === by.id) return 'own_idea'
  return removesAs(by, otherThan(removal.askedAs), idea) ? null : 'needs_the_other'
}

export function otherThan(role: Remover): Remover {
  return role === 'admin' ? 'dpo' : 'admin'
}
