import { and, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { grants, ideas, journal, notices, obligations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { escalateLate, repeatLate } from '@/lib/engagements/commands'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { takeUpEarly } from '@/lib/ideas/steering/commands'
import { tell } from '@/lib/notifications/telling/commands'
import type { GrantedRole } from '@/lib/people/rules'
import { shippedCities } from '@/tenants/shipped'
import type { Tenant } from '@/tenants/tenant'
import { aPerson, anIdea } from '../support/factories'
import { goes } from '../support/histories'

const [paris, marsa] = ['paris', 'marsa'].map((name) => shippedCities.find(({ id }) => id === name)!) as [
  Tenant,
  Tenant,
]
const day = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * day)
const text = 'La Ville veut comprendre cette demande sans attendre que le seuil soit atteint.'

async function takenUp(now: Date, detail: Partial<typeof ideas.$inferInsert> = {}) {
  const idea = await anIdea(paris, detail)
  const signatory = [{ role: 'signatory', scopeKind: 'city', scopeValue: null }] as const
  const by = { id: await aPerson(paris), grants: signatory }
  expect(await takeUpEarly(paris, { ideaId: idea.id, text, by, now })).toMatchObject({ ok: true })
  return idea
}

const dutiesOf = (ideaId: string) =>
  inTenant(paris, (db) => db.select().from(obligations).where(eq(obligations.ideaId, ideaId)))
const kindsOf = async (ideaId: string) => (await dutiesOf(ideaId)).map(({ kind }) => kind).sort()

/** Everyone stopped looking until the threshold came, and its days of checking went by. */
async function reachesLongAgo(ideaId: string) {
  await goes(paris, ideaId, 'reach', { reachedAt: ago(9), countAtThreshold: 1500 })
  await certifyIdeas(paris)
}

test('what the city takes up early it owes from that day, on the page as among its commitments', async () => {
  const { id, slug } = await takenUp(new Date())
  expect(await kindsOf(id)).toEqual(['admissibility', 'name_instructor', 'opinion'])
  const [opinion] = (await dutiesOf(id)).filter(({ kind }) => kind === 'opinion')
  expect(opinion!.dueAt.getTime()).toBeGreaterThan(Date.now() + 110 * day)
  expect((await findPublicIdea(paris, slug))!.duties).toHaveLength(3)
})

test('when the right comes, what was promised sooner stays, and what was done is not owed again', async () => {
  const waiting = await takenUp(ago(20))
  const studied = await takenUp(ago(20))
  await goes(paris, studied.id, 'examine')
  await goes(paris, studied.id, 'study')
  const before = await dutiesOf(studied.id)
  await reachesLongAgo(waiting.id)
  await reachesLongAgo(studied.id)
  expect(await kindsOf(waiting.id)).toEqual(['acknowledge', 'admissibility', 'name_instructor', 'opinion'])
  expect(await dutiesOf(studied.id)).toEqual(before)
})

test('an answer given before the right came is an answer: the city’s other rights are certified all the same', async () => {
  const answered = await takenUp(ago(20))
  for (const change of ['examine', 'study', 'favour'] as const) await goes(paris, answered.id, change)
  await reachesLongAgo(answered.id)
  const found = await inTenant(paris, (db) => db.select().from(ideas).where(eq(ideas.id, answered.id)))
  expect(found).toMatchObject([{ collection: 'certified', examination: 'opinion_favourable' }])
  expect(await kindsOf(answered.id)).toEqual(['admissibility', 'name_instructor', 'opinion'])
})

/** An answer that has been due for so many days, of which those above were told at once. */
async function anAnswerLateSince(days: number) {
  const { id } = await takenUp(ago(days + 130))
  const about = and(eq(obligations.ideaId, id), eq(obligations.kind, 'opinion'))
  const escalated = { dueAt: ago(days), escalatedAt: ago(days) }
  await inTenant(paris, (db) => db.update(obligations).set(escalated).where(about))
  return id
}
const toldStillLate = (ideaIds: string[]) =>
  inTenant(paris, (db) =>
    db.$count(journal, and(inArray(journal.aboutId, ideaIds), eq(journal.kind, 'still_late'))),
  )

test('while an answer is late, everyone who waits for it is told each month, once', async () => {
  const [month, week] = [await anAnswerLateSince(33), await anAnswerLateSince(7)]
  await repeatLate(paris)
  await repeatLate(paris)
  expect([await toldStillLate([month]), await toldStillLate([week])]).toEqual([1, 0])
  const about = and(eq(obligations.ideaId, month), eq(obligations.kind, 'opinion'))
  await inTenant(paris, (db) =>
    db
      .update(obligations)
      .set({ repeatedAt: ago(32) })
      .where(about),
  )
  await repeatLate(paris)
  expect(await toldStillLate([month])).toBe(2)
})

test('edge 40: what the city owes for something hidden waits until it is seen again', async () => {
  const id = await anAnswerLateSince(33)
  await goes(paris, id, 'hide')
  await repeatLate(paris)
  await escalateLate(paris)
  expect(await toldStillLate([id])).toBe(0)
  await goes(paris, id, 'restore')
  await repeatLate(paris)
  expect(await toldStillLate([id])).toBe(1)
})

const holder = async (role: GrantedRole, scope: { district: string } | null = null) => {
  const personId = await aPerson(marsa)
  const where = scope ? { scopeKind: 'district' as const, scopeValue: scope.district } : {}
  await inTenant(marsa, (db) => db.insert(grants).values({ personId, role, startsAt: ago(1), ...where }))
  return personId
}

test('who hears that the city is late depends on what is late', async () => {
  const [here, nowhere] = ['75-heard', '75-unheard']
  const [area, admin] = [await holder('area_admin', { district: here }), await holder('admin')]
  const authorId = await aPerson(marsa)
  const heardOf = async (districtCode: string, duty: string) => {
    const idea = await anIdea(marsa, { districtCode, authorId })
    const [event] = await inTenant(marsa, (db) =>
      db
        .insert(journal)
        .values({
          kind: 'duty_late',
          aboutId: idea.id,
          at: new Date(),
          byRole: 'system',
          visibility: 'public',
          detail: { duty },
        })
        .returning({ id: journal.id }),
    )
    await tell(marsa, event!.id, new Date())
    const told = await inTenant(marsa, (db) =>
      db
        .select({ who: notices.personId })
        .from(notices)
        .where(and(eq(notices.eventId, event!.id), inArray(notices.personId, [area, admin, authorId]))),
    )
    return ['area', 'admin', 'author'].filter((_, at) =>
      told.some(({ who }) => who === [area, admin, authorId][at]),
    )
  }
  expect(await heardOf(here, 'acknowledge')).toEqual(['area'])
  expect(await heardOf(nowhere, 'acknowledge')).toEqual(['admin'])
  expect(await heardOf(here, 'name_instructor')).toEqual(['area', 'admin'])
  expect(await heardOf(here, 'admissibility')).toEqual(['admin'])
  expect(await heardOf(here, 'opinion')).toEqual(['admin', 'author'])
})
