import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { ideas, merges } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { answerMerge, proposeMerge } from '@/lib/ideas/merges/commands'
import { aPerson, anIdea, paris } from './factories'

export const now = new Date()

export const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

export const everywhere = [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] as const

export const moderator = async (city = paris) => ({ id: await aPerson(city), grants: everywhere })

export const reason = 'Les deux textes demandent la même fontaine, à la même place.'

export async function twoIdeas(detail: Partial<typeof ideas.$inferInsert> = {}) {
  const [amina, karim] = [await aPerson(paris), await aPerson(paris)]
  const source = await anIdea(paris, { authorId: amina, ...detail })
  const target = await anIdea(paris, { authorId: karim, ...detail })
  return { source, target, amina, karim }
}

export async function proposed(pair: Awaited<ReturnType<typeof twoIdeas>>) {
  const by = await moderator()
  const asked = { ideaId: pair.source.id, other: pair.target.slug, reason, by, now }
  expect(await proposeMerge(paris, asked)).toEqual({ ok: true, value: undefined })
  const [merge] = await inTenant(paris, (db) =>
    db.select().from(merges).where(eq(merges.sourceId, pair.source.id)),
  )
  return { ...pair, merge: merge!, by }
}

export async function merged(pair: Awaited<ReturnType<typeof twoIdeas>>) {
  const made = await proposed(pair)
  for (const personId of [made.amina, made.karim])
    expect(await answerMerge(paris, { mergeId: made.merge.id, personId, answer: 'yes', now })).toMatchObject({
      ok: true,
    })
  return made
}

export const read = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)
