import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, people, ruleSets } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { withdrawIdea } from '@/lib/ideas/authoring/commands'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { adoptIdea, endSearches, keepIdea } from '@/lib/ideas/carriers/adoption/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { findPublicIdea } from '@/lib/ideas/queries'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { paris as city } from '@/tenants/paris'
import { aPerson, aSession, paris } from '../support/factories'
import { now, supported } from '../support/carriers'

const read = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)

const told = (aboutId: string, kind: string) =>
  inTenant(paris, (db) => db.$count(journal, and(eq(journal.aboutId, aboutId), eq(journal.kind, kind))))

const itsTime = (id: string) =>
  inTenant(paris, (db) =>
    db
      .update(ideas)
      .set({ adoptionUntil: new Date(now.getTime() - 1000) })
      .where(eq(ideas.id, id)),
  )

async function aSupporter(ideaId: string, assurance: 'A2' | 'A3' = 'A3') {
  const id = await aPerson(paris, { assurance, name: 'Karim Haddad' })
  expect(await giveSupport({ tenant: paris, ideaId, ...(await aSession(paris, id)) })).toMatchObject({
    counted: true,
  })
  return { id, assurance, birthYear: 1984 }
}

test('item 27: a supported idea whose author leaves is taken over by another, and its page tells both', async () => {
  const { id, slug, amina } = await supported()
  const karim = await aSupporter(id)
  expect(await withdrawIdea(paris, { ideaId: id, personId: amina, now })).toMatchObject({ ok: true })
  expect(await read(id)).toMatchObject({ publication: 'published', adoptionUntil: expect.any(Date) })
  expect(await withdrawIdea(paris, { ideaId: id, personId: amina, now })).toEqual({
    ok: false,
    refusal: 'already_leaving',
  })
  const soon = new Date(now.getTime() + 60_000)
  expect(await adoptIdea(paris, { ideaId: id, person: karim, now: soon })).toMatchObject({ ok: true })
  await endSearches(paris)
  expect(await read(id)).toMatchObject({ publication: 'published', authorId: karim.id, adoptionUntil: null })
  const page = await findPublicIdea(paris, slug)
  expect(page).toMatchObject({ author: 'Karim Haddad', supportCount: 13 })
  const story = page!.entries.map(({ kind, name }) => [kind, name])
  expect(story).toEqual([
    ['seeking_carrier', 'Amina Diallo'],
    ['adopted', 'Karim Haddad'],
  ])
  const birthYear = new Date().getFullYear() - 16
  await inTenant(paris, (db) => db.update(people).set({ birthYear }).where(eq(people.id, karim.id)))
  expect((await findPublicIdea(paris, slug))!.entries.at(-1)).toMatchObject({ name: null, isByMinor: true })
  expect(await findOwnIdea(paris, id, amina)).toBeNull()
})

test('whoever neither supports nor carries it, or is hardly known, does not take it over', async () => {
  const { id, amina } = await supported()
  const known = { assurance: 'A4', birthYear: 1990 } as const
  const adopt = (person: Parameters<typeof adoptIdea>[1]['person']) =>
    adoptIdea(paris, { ideaId: id, person, now })
  const supporter = await aSupporter(id, 'A2')
  expect(await adopt(supporter)).toEqual({ ok: false, refusal: 'not_seeking' })
  await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  expect(await adopt({ id: await aPerson(paris), ...known })).toEqual({ ok: false, refusal: 'not_supporter' })
  expect(await adopt(supporter)).toEqual({ ok: false, refusal: 'known_too_little' })
  expect(await adopt({ ...supporter, assurance: 'A3', birthYear: 2020 })).toEqual({
    ok: false,
    refusal: 'too_young',
  })
  expect(await adopt({ id: amina, ...known })).toEqual({ ok: false, refusal: 'already_carrier' })
})

test('when nobody comes it is withdrawn, once, by the job; an author who thinks again keeps it', async () => {
  const [left, kept] = [await supported(), await supported()]
  for (const { id, amina } of [left, kept]) await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  expect(await keepIdea(paris, { ideaId: kept.id, personId: kept.amina, now })).toMatchObject({ ok: true })
  await endSearches(paris)
  expect((await read(left.id)).publication).toBe('published')
  await itsTime(left.id)
  await endSearches(paris)
  await endSearches(paris)
  expect(await read(left.id)).toMatchObject({ publication: 'withdrawn', collection: 'closed' })
  expect(await told(left.id, 'withdrawn')).toBe(1)
  expect(await read(kept.id)).toMatchObject({ publication: 'published', authorId: kept.amina })
})

test('with fewer than ten supports it goes at once; with a right it does not go at all', async () => {
  const few = await supported({ supportCount: 9 })
  await withdrawIdea(paris, { ideaId: few.id, personId: few.amina, now })
  expect((await read(few.id)).publication).toBe('withdrawn')
  const acquired = await supported({ collection: 'certified', reachedAt: now, certifiedAt: now })
  expect(await withdrawIdea(paris, { ideaId: acquired.id, personId: acquired.amina, now })).toEqual({
    ok: false,
    refusal: 'right_acquired',
  })
})

test('edge 19: an author who deletes their account at 900 supports leaves the text, its count and a place to take', async () => {
  const { id, slug, amina } = await supported({ supportCount: 900 })
  const karim = await aSupporter(id)
  await deleteAccount(city, { personId: amina, now })
  expect(await findPublicIdea(paris, slug)).toMatchObject({
    author: null,
    supportCount: 901,
    adoptionUntil: expect.any(Date),
  })
  await itsTime(id)
  await endSearches(paris)
  expect(await read(id)).toMatchObject({ publication: 'published', adoptionUntil: null, authorId: null })
  expect(await adoptIdea(paris, { ideaId: id, person: karim, now })).toEqual({
    ok: false,
    refusal: 'not_seeking',
  })
})

test('the days of a search are those of the rules the idea was published under', async () => {
  const { id, amina } = await supported()
  await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  const [set] = await inTenant(paris, (db) => db.select().from(ruleSets).where(eq(ruleSets.version, 1)))
  expect(set!.rules).toMatchObject({ adoptionDays: 14 })
  const days = ((await read(id)).adoptionUntil!.getTime() - now.getTime()) / 86_400_000
  expect(days).toBeGreaterThan(13.9)
  expect(days).toBeLessThan(15.1)
})
