import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, letters, notices, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { applyChange } from '@/lib/ideas/changes/commands'
import { stageOf } from '@/lib/ideas/rules'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { bundle, tell } from '@/lib/notifications/telling/commands'
import { shippedCities } from '@/tenants/shipped'
import { aCrowd, anIdea, aPerson, type SignedIn } from '../support/factories'
import { decideIfAsked } from '../support/histories'
import { type Act, beginningOf, columnsFor, crowdSize, Life, livesOf, threshold } from '../support/lives'

const cities = ['paris', 'belleville', 'marsa'].map((name) => shippedCities.find(({ id }) => id === name)!)
type City = (typeof cities)[number]

const worlds = 8
const livesInACity = 10

test('whoever does whatever in three cities, ideas are where the events say, counts are rows, letters are told once', async () => {
  const hosts = await Promise.all(cities.map((city) => anIdea(city)))
  const inEachCity = fc.tuple(...cities.map(() => livesOf(livesInACity)))
  await fc.assert(
    fc.asyncProperty(inEachCity, (scripts) =>
      Promise.all(cities.map((city, at) => live(city, scripts[at]!, hosts[at]!.id))).then(() => {}),
    ),
    { numRuns: worlds, endOnFailure: true },
  )
}, 120_000)

type Lived = { id: string; life: Life; script: Act[] }
type Place = { city: City; crowd: SignedIn[]; host: string }

/** The lives of one city, one act of each at a time: what changes shares a transaction, voices come when they like. */
async function live(city: City, scripts: Act[][], host: string): Promise<void> {
  const crowd = await aCrowd(city, crowdSize)
  const lived: Lived[] = await Promise.all(
    scripts.map(async (script, place) => ({ ...(await born(city, place)), life: new Life(place), script })),
  )
  for (let turn = 0; turn < Math.max(...scripts.map(({ length }) => length)); turn++)
    await Promise.all([change(lived, turn, { city, crowd, host }), speak(lived, turn, { city, crowd, host })])
  await compare(city, lived)
  await lettersAreUnique(city, lived)
}

async function born(city: City, place: number): Promise<{ id: string }> {
  const authorId = await aPerson(city, { email: `${randomUUID()}@exemple.fr` })
  const deadlineAt = new Date(Date.now() + 30 * 86_400_000)
  return anIdea(city, { threshold, authorId, deadlineAt, ...beginningOf(place) })
}

async function speak(lived: Lived[], turn: number, { city, crowd }: Place): Promise<void> {
  await Promise.all(
    lived.map(({ id, life, script }) => {
      const act = script[turn]
      if (act?.kind !== 'give' && act?.kind !== 'take') return
      life.voice(act.kind, act.person)
      const voice = { tenant: city, ideaId: id, ...crowd[act.person]! }
      return act.kind === 'give' ? giveSupport(voice) : takeBackSupport(voice)
    }),
  )
}

async function change(lived: Lived[], turn: number, { city, host }: Place): Promise<void> {
  const asked = lived.flatMap(({ id, life, script }) => {
    const act = script[turn] && life.asked(script[turn])
    return act ? [{ id, life, ...act }] : []
  })
  if (asked.length === 0) return
  await inTenant(city, async (db) => {
    const wanted = inArray(
      ideas.id,
      asked.map(({ id }) => id),
    )
    const rows = await db.select().from(ideas).where(wanted).orderBy(asc(ideas.id)).for('no key update')
    for (const { id, life, change: name, by } of asked) {
      const idea = rows.find((row) => row.id === id)!
      expect(idea).toMatchObject(life.axes)
      const isMade = life.change(name, by)
      if (isMade) await decideIfAsked(db, id, name)
      const set = columnsFor(name, idea.epoch, host)
      const made = applyChange(db, idea, name, { byId: null, byRole: by, now: new Date(), set })
      if (isMade) await made
      else await expect(made).rejects.toThrow(`${name}: not`)
    }
  })
}

async function compare(city: City, lived: Lived[]): Promise<void> {
  const ids = lived.map(({ id }) => id)
  const { rows, events, counts } = await inTenant(city, async (db) => ({
    rows: await db.select().from(ideas).where(inArray(ideas.id, ids)),
    events: await db
      .select({ aboutId: journal.aboutId, kind: journal.kind })
      .from(journal)
      .where(sql`${inArray(journal.aboutId, ids)} and ${journal.epoch} > 0`),
    counts: await db
      .select({ id: supports.ideaId, count: sql<number>`count(*)::int` })
      .from(supports)
      .where(sql`${inArray(supports.ideaId, ids)} and ${eq(supports.state, 'counted')}`)
      .groupBy(supports.ideaId),
  }))
  for (const { id, life } of lived) {
    const idea = rows.find((row) => row.id === id)!
    expect(idea).toMatchObject(life.axes)
    expect(life.isForbidden()).toBe(false)
    expect(stageOf(idea)).toBe(stageOf(life.axes))
    const counted = counts.find((row) => row.id === id)?.count ?? 0
    expect([idea.supportCount, counted]).toEqual([life.voices.size, life.voices.size])
    const told = events.filter(({ aboutId }) => aboutId === id).map(({ kind }) => kind)
    expect(told.sort()).toEqual([...life.events].sort())
  }
}

/** Asked twice, and by two workers, the last event of each is told once to each person it concerns. */
async function lettersAreUnique(city: City, lived: Lived[]): Promise<void> {
  const at = new Date()
  const ids = lived.map(({ id }) => id)
  const last = await inTenant(city, (db) =>
    db
      .selectDistinctOn([journal.aboutId], { id: journal.id })
      .from(journal)
      .where(inArray(journal.aboutId, ids))
      .orderBy(journal.aboutId, sql`${journal.at} desc`),
  )
  await Promise.all(last.flatMap(({ id }) => [tell(city, id, at), tell(city, id, at)]))
  await Promise.all([bundle(city, at), bundle(city, at)])
  const doubled = await inTenant(city, (db) =>
    db.execute(sql`
      select ${notices.eventId} from ${notices} group by ${notices.eventId}, ${notices.personId} having count(*) > 1
      union all select id from ${letters} group by id, key having count(*) > 1`),
  )
  expect(doubled).toHaveLength(0)
}
