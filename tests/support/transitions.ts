import { and, eq, gt } from 'drizzle-orm'
import { expect } from 'vitest'
import { ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import type { Stamp } from '@/lib/ideas/rules'
import type { Actor, Happening } from '@/lib/journal/rules'
import { isEventLetter, type Reader, readersTold } from '@/lib/mail/rules'

type Transition = {
  event: Happening
  by: Actor
  visibility: 'public' | 'internal'
  told: readonly Reader[]
  stamp?: Stamp
}

const carriers = ['author', 'co_carrier'] as const
const everyone = [...carriers, 'followers'] as const
const seen = { visibility: 'public', told: everyone } as const
const unseen = { visibility: 'internal', told: carriers } as const

/** The thirty ways of an idea: what is written of each, as whose act, for whose eyes, and to whom a letter goes. */
export const transitions = {
  T1: {
    ...unseen,
    event: 'submitted',
    by: 'author',
    told: [...carriers, 'moderators'],
    stamp: 'submittedAt',
  },
  T2: { ...unseen, event: 'pulled_back', by: 'author', told: ['moderators'] },
  T3: {
    ...seen,
    event: 'published',
    by: 'moderator',
    told: [...carriers, 'neighbours'],
    stamp: 'publishedAt',
  },
  T4: { ...unseen, event: 'changes_asked', by: 'moderator' },
  T5: { ...seen, event: 'refused', by: 'moderator', told: carriers, stamp: 'refusedAt' },
  T6: { ...seen, event: 'appeal_upheld', by: 'moderator', told: carriers },
  T7: { ...seen, event: 'text_changed', by: 'author', told: ['followers'] },
  T8: { ...seen, event: 'addendum', by: 'author', told: ['followers'] },
  T9: {
    ...seen,
    event: 'threshold_reached',
    by: 'system',
    told: [...carriers, 'instructors', 'signatories', 'followers', 'neighbours'],
    stamp: 'reachedAt',
  },
  T10: {
    ...seen,
    event: 'threshold_certified',
    by: 'system',
    told: [...carriers, 'instructors'],
    stamp: 'certifiedAt',
  },
  T11: { ...seen, event: 'threshold_annulled', by: 'admin' },
  T12: { ...seen, event: 'expired', by: 'system', stamp: 'expiredAt' },
  T13: { ...seen, event: 'sheet_counted', by: 'city', told: [] },
  T14: { ...seen, event: 'withdrawn', by: 'author', stamp: 'withdrawnAt' },
  T15: { ...seen, event: 'adopted', by: 'author', told: [...everyone, 'named'] },
  T16: { ...seen, event: 'merged', by: 'author', stamp: 'mergedAt' },
  T17: { ...seen, event: 'hidden', by: 'moderator', told: carriers, stamp: 'hiddenAt' },
  T18: { ...seen, event: 'removed', by: 'dpo', told: carriers, stamp: 'removedAt' },
  T19: { ...seen, event: 'examination_due', by: 'system', told: [...carriers, 'instructors'] },
  T20: { ...seen, event: 'examination_started', by: 'instructor' },
  T21: { ...seen, event: 'question', by: 'instructor', told: carriers },
  T22: { ...seen, event: 'opinion', by: 'signatory' },
  T23: { ...seen, event: 'reopened', by: 'signatory', told: [...everyone, 'instructors'] },
  T24: { ...seen, event: 'milestone', by: 'instructor' },
  T25: { ...seen, event: 'abandoned', by: 'signatory' },
  T26: { ...seen, event: 'deadline_prolonged', by: 'admin' },
  T27: { ...seen, event: 'suspended', by: 'admin', told: carriers, stamp: 'suspendedAt' },
  T28: { ...seen, event: 'relaunched', by: 'author', told: ['followers'] },
  T29: { ...seen, event: 'taken_up_early', by: 'signatory', stamp: 'takenUpAt' },
  T30: { ...seen, event: 'became_project', by: 'admin' },
} as const satisfies Record<`T${number}`, Transition>

export const no = (refusal: string) => ({ ok: false, refusal })
export const yesDone = { ok: true }

type Place = { city: { id: string }; ideaId: string }

/** It happened once, as it is promised, and left its date. Returns what was written of it. */
export async function leaves(number: keyof typeof transitions, { city, ideaId }: Place): Promise<unknown> {
  const { event, by, visibility, told, stamp }: Transition = transitions[number]
  const { written, idea } = await inTenant(city, async (db) => ({
    written: await db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, ideaId), eq(journal.kind, event), gt(journal.epoch, 0))),
    idea: (await db.select().from(ideas).where(eq(ideas.id, ideaId)))[0]!,
  }))
  expect(written).toMatchObject([{ byRole: by, visibility }])
  if (stamp) expect(idea[stamp]).toBeInstanceOf(Date)
  const readers = isEventLetter(event) ? readersTold(event, written[0]!.detail) : []
  expect([...readers].sort()).toEqual([...told].sort())
  return written[0]!.detail
}

/** Nothing of the kind was written: whoever asked may not, or not yet. */
export async function leavesNothing(
  number: keyof typeof transitions,
  { city, ideaId }: Place,
): Promise<void> {
  const { event } = transitions[number]
  const about = and(eq(journal.aboutId, ideaId), eq(journal.kind, event), gt(journal.epoch, 0))
  expect(await inTenant(city, (db) => db.$count(journal, about))).toBe(0)
}
