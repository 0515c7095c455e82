import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, obligations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { escalateLate } from '@/lib/engagements/commands'
import { noDutyFilters } from '@/lib/engagements/input'
import { listAllDuties, listDuties } from '@/lib/engagements/queries'
import { standingOf } from '@/lib/engagements/rules'
import { findScoreboard } from '@/lib/engagements/scoreboard/queries'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { meetDuty } from '@/lib/ideas/examination/duties/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { anIdea, belleville, paris } from '../support/factories'
import { goes } from '../support/histories'

const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)

/** An idea whose right has just been certified, with what the city owes for it. */
async function aCertifiedIdea(city: { id: string }, detail: Partial<typeof ideas.$inferInsert> = {}) {
  const idea = await anIdea(city, { collection: 'reached', reachedAt: ago(9), ...detail })
  await certifyIdeas(city)
  return idea
}
const dutiesOf = (city: { id: string }, ideaId: string) =>
  inTenant(city, (db) => db.select().from(obligations).where(eq(obligations.ideaId, ideaId)))

test('the day a right is certified, everything the city owes is written down once, with its date', async () => {
  const { id, slug } = await aCertifiedIdea(paris)
  await certifyIdeas(paris)
  const owed = await dutiesOf(paris, id)
  expect(owed.map(({ kind }) => kind).sort()).toEqual([
    'acknowledge',
    'admissibility',
    'name_instructor',
    'opinion',
  ])
  expect(owed.every(({ dueAt }) => dueAt > new Date())).toBe(true)
  const told = await inTenant(paris, (db) =>
    db.$count(journal, and(eq(journal.aboutId, id), eq(journal.kind, 'examination_due'))),
  )
  expect(told).toBe(1)
  expect(await findPublicIdea(paris, slug)).toMatchObject({ collection: 'certified', examination: 'due' })
})

test('what is late comes first, and what is done is no longer owed', async () => {
  const district = '75-late-first'
  const { id: late } = await aCertifiedIdea(paris, { reachedAt: ago(40), districtCode: district })
  const { id: fresh } = await aCertifiedIdea(paris, { districtCode: district })
  const filters = { ...noDutyFilters, districts: [district] }
  const before = await listDuties(paris, filters, new Date())
  expect(before.duties.map(({ ideaId, kind }) => [ideaId, kind]).slice(0, 2)).toEqual([
    [late, 'name_instructor'],
    [late, 'admissibility'],
  ])
  expect(before.duties.at(-1)).toMatchObject({ ideaId: fresh, kind: 'opinion' })
  expect(before.facets.total).toBe(8)

  await inTenant(paris, (db) => meetDuty(db, late, 'admissibility', new Date()))
  const after = await listDuties(paris, filters, new Date())
  expect(after.facets).toMatchObject({ total: 7, standings: { late: 1, met_late: 1 } })
  const done = await listDuties(paris, { ...filters, standings: ['met_late'] }, new Date())
  expect(done.duties.map(({ kind }) => kind)).toEqual(['admissibility'])
})

test('one page follows another without losing or repeating a duty', async () => {
  const district = '75-pages'
  for (let made = 0; made < 3; made++) await aCertifiedIdea(paris, { districtCode: district })
  const filters = { ...noDutyFilters, districts: [district] }
  const seen: string[] = []
  let after: Awaited<ReturnType<typeof listDuties>>['after'] = null
  do {
    const page = await listDuties(paris, { ...filters, after }, new Date(), 5)
    seen.push(...page.duties.map(({ id }) => id))
    after = page.after
  } while (after)
  expect(seen).toHaveLength(12)
  expect(new Set(seen).size).toBe(12)
})

test('what is hidden is not told, nor what another city owes', async () => {
  const district = '75-hidden'
  const { id } = await aCertifiedIdea(paris, { districtCode: district })
  await goes(paris, id, 'hide')
  const filters = { ...noDutyFilters, districts: [district] }
  expect((await listDuties(paris, filters, new Date())).facets.total).toBe(0)
  await aCertifiedIdea(belleville, { districtCode: district })
  expect((await listDuties(paris, filters, new Date())).duties).toEqual([])
  expect((await listDuties(belleville, filters, new Date())).facets.total).toBe(4)
})

test('a waiver has words, and is not done as well', async () => {
  const { id } = await aCertifiedIdea(paris)
  const waive = (waivedReason: string | null, metAt: Date | null = null) =>
    inTenant(paris, (db) =>
      db
        .update(obligations)
        .set({ waivedAt: new Date(), waivedReason, metAt })
        .where(eq(obligations.ideaId, id)),
    )
  await expect(waive(null)).rejects.toThrow()
  await expect(waive('trop court')).rejects.toThrow()
  await expect(waive('Une raison qui se lit et se comprend.', new Date())).rejects.toThrow()
})

test('what is late says so on the idea and in the list, and is escalated once', async () => {
  const { id, slug } = await aCertifiedIdea(paris, { reachedAt: ago(40), districtCode: '75-escalated' })
  await escalateLate(paris)
  await escalateLate(paris)
  const told = await inTenant(paris, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, id), eq(journal.kind, 'duty_late'))),
  )
  expect(told.map(({ detail }) => (detail as { duty: string }).duty).sort()).toEqual([
    'admissibility',
    'name_instructor',
  ])
  const { duties, entries } = (await findPublicIdea(paris, slug))!
  const now = new Date()
  expect(duties.filter((duty) => standingOf(duty, now) === 'late')).toHaveLength(2)
  expect(entries.filter(({ kind }) => kind === 'duty_late')).toHaveLength(2)
  const listed = await listAllDuties(
    paris,
    { ...noDutyFilters, districts: ['75-escalated'], standings: ['late'] },
    now,
  )
  expect(listed).toHaveLength(2)
})

test('the scoreboard counts what its links list', async () => {
  const now = new Date()
  const { onTime, judged, late, medianDays } = await findScoreboard(paris, now)
  const { facets } = await listDuties(paris, noDutyFilters, now)
  const { met, met_late, late: owedLate } = facets.standings
  expect({ onTime, judged, late }).toEqual({ onTime: met, judged: met + met_late + owedLate, late: owedLate })
  expect(medianDays === null || medianDays >= 0).toBe(true)
})
