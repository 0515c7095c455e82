import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, letters, notices, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { applyChange } from '@/lib/ideas/changes/commands'
import { type IdeaChange, ideaChanges } from '@/lib/ideas/changes/rules'
import { type Axes, type Change, stageOf } from '@/lib/ideas/rules'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import type { Actor } from '@/lib/journal/rules'
import { actors } from '@/lib/journal/rules'
import { bundle, tell } from '@/lib/notifications/telling/commands'
import { shippedCities } from '@/tenants/shipped'
import { aCrowd, aPerson, anIdea, type SignedIn } from '../support/factories'
import { decideIfAsked } from '../support/histories'

const cities = ['paris', 'belleville', 'marsa'].map((name) => shippedCities.find(({ id }) => id === name)!)
const names = Object.keys(ideaChanges) as IdeaChange[]
const axes = ['publication', 'collection', 'examination', 'delivery'] as const

type Act =
  | { city: number; kind: 'change'; change: IdeaChange; by: Actor }
  | { city: number; kind: 'give' | 'take'; person: number }

const city = fc.nat({ max: cities.length - 1 })
const acts = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        city,
        kind: fc.constant('change' as const),
        change: fc.constantFrom(...names),
        by: fc.constantFrom(...actors),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        city,
        kind: fc.constantFrom('give' as const, 'take' as const),
        person: fc.nat({ max: 4 }),
      }),
    },
  ),
  { minLength: 20, maxLength: 70 },
)

const threshold = 3
/** Two gather already; one is still being written. */
const beginnings = [
  { publication: 'published', collection: 'open' },
  { publication: 'published', collection: 'open' },
  { publication: 'draft', collection: 'not_started' },
] as const

/** The whole of it: where an idea is, who is counted, and which event must explain where it is. */
function model() {
  const lives = beginnings.map((begun) => ({
    axes: { ...begun, examination: 'none', delivery: 'none' } as Axes,
    toggles: new Map<number, number>(),
    events: [] as string[],
    voices: new Set<number>(),
    takenUp: false,
  }))
  return {
    lives,
    change({ city: at, change, by }: Extract<Act, { kind: 'change' }>): boolean {
      const life = lives[at]!
      const { steps, who, event }: Change = ideaChanges[change]
      const step = steps.find(({ from }) =>
        axes.every((axis) => !from[axis] || isIn(from[axis], life.axes[axis])),
      )
      if (!step || !who.includes(by)) return false
      life.axes = { ...life.axes, ...step.to }
      life.events.push(event)
      life.takenUp ||= change === 'takeUpEarly'
      return true
    },
    voice({ city: at, kind, person }: Extract<Act, { kind: 'give' | 'take' }>): void {
      const life = lives[at]!
      const { publication, collection } = life.axes
      if (publication !== 'published' || !['open', 'reached', 'certified'].includes(collection)) return
      const toggles = life.toggles.get(person) ?? 0
      if (life.voices.has(person) === (kind === 'give') || toggles >= 3) return
      life.toggles.set(person, toggles + 1)
      if (kind === 'take') life.voices.delete(person)
      else life.voices.add(person)
      if (collection === 'open' && life.voices.size >= threshold) {
        life.axes = { ...life.axes, collection: 'reached' }
        life.events.push('threshold_reached')
      }
    },
  }
}

const isIn = (states: readonly string[], state: string) => states.includes(state)

/** Neither by these acts nor by any other may an idea be seen like this. */
function isForbidden({ publication, collection, examination, delivery }: Axes, takenUp: boolean): boolean {
  const begun = collection !== 'not_started'
  return (
    (begun && ['draft', 'submitted', 'refused'].includes(publication)) ||
    (examination !== 'none' && !['reached', 'certified'].includes(collection) && !takenUp) ||
    (delivery !== 'none' && !['opinion_favourable', 'opinion_partial'].includes(examination))
  )
}

test('whoever does whatever in three cities, ideas are where the events say, counts are rows, letters are told once', async () => {
  const crowds = await Promise.all(cities.map((one) => aCrowd(one, 5)))
  const hosts = await Promise.all(cities.map((one) => anIdea(one)))
  await fc.assert(
    fc.asyncProperty(acts, async (asked) => {
      const authors = await Promise.all(
        cities.map((one) => aPerson(one, { email: `${randomUUID()}@exemple.fr` })),
      )
      const fresh = await Promise.all(
        cities.map((one, at) =>
          anIdea(one, { threshold, authorId: authors[at]!, deadlineAt: future(), ...beginnings[at]! }),
        ),
      )
      const due = model()
      for (const act of asked) await perform(act, { ids: fresh.map(({ id }) => id), hosts, crowds, due })
      for (const [at, life] of due.lives.entries()) await compare(cities[at]!, fresh[at]!.id, life)
    }),
    { numRuns: 20 },
  )
}, 240_000)

const future = () => new Date(Date.now() + 30 * 86_400_000)

type Stage = {
  ids: string[]
  hosts: { id: string }[]
  crowds: SignedIn[][]
  due: ReturnType<typeof model>
}

async function perform(act: Act, { ids, hosts, crowds, due }: Stage): Promise<void> {
  const tenant = cities[act.city]!
  const ideaId = ids[act.city]!
  if (act.kind !== 'change') {
    due.voice(act)
    const voice = { tenant, ideaId, ...crowds[act.city]![act.person]! }
    await (act.kind === 'give' ? giveSupport(voice) : takeBackSupport(voice))
    return
  }
  const before = due.lives[act.city]!.axes
  const isMade = due.change(act)
  const made = inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
    const { publication, collection, examination, delivery } = idea!
    expect({ publication, collection, examination, delivery }).toEqual(before)
    if (isMade) await decideIfAsked(db, ideaId, act.change)
    const set = columnsFor(act.change, idea!.epoch, hosts[act.city]!.id)
    return applyChange(db, idea!, act.change, { byId: null, byRole: act.by, now: new Date(), set })
  })
  if (isMade) await made
  else await expect(made).rejects.toThrow(`${act.change}: not`)
}

/** What the row must have for some states, as the commands that make these changes set it. */
function columnsFor(change: IdeaChange, epoch: number, host: string): Partial<typeof ideas.$inferInsert> {
  if (change === 'merge' || change === 'restoreMerged') return { mergedIntoId: host }
  if (change === 'annul') return { epoch: epoch + 1 }
  if (change === 'refuse') return { refusalCode: 'unclear', refusalText: 'x'.repeat(40) }
  return change === 'unmerge' ? { mergedIntoId: null } : {}
}

async function compare(
  tenant: (typeof cities)[number],
  ideaId: string,
  life: ReturnType<typeof model>['lives'][number],
): Promise<void> {
  const found = await inTenant(tenant, async (db) => {
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId))
    const events = await db
      .select({ id: journal.id, kind: journal.kind })
      .from(journal)
      .where(and(eq(journal.aboutId, ideaId), sql`epoch > 0`))
      .orderBy(journal.at, journal.id)
    const rows = await db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted')))
    return { idea: idea!, events, rows }
  })
  const { idea, events, rows } = found
  expect(idea).toMatchObject(life.axes)
  expect(isForbidden(life.axes, life.takenUp)).toBe(false)
  expect(stageOf(idea)).toBe(stageOf(life.axes))
  expect([idea.supportCount, rows]).toEqual([life.voices.size, life.voices.size])
  expect(events.map(({ kind }) => kind).sort()).toEqual([...life.events].sort())
  await lettersAreUnique(tenant, events)
}

/** Asked twice, and by two workers, each event is told once to each person it concerns. */
async function lettersAreUnique(tenant: (typeof cities)[number], events: { id: string }[]): Promise<void> {
  const at = new Date()
  for (const { id } of events.slice(-2)) await Promise.all([tell(tenant, id, at), tell(tenant, id, at)])
  await bundle(tenant, at)
  const doubled = await inTenant(tenant, (db) =>
    db.execute(sql`
      select ${notices.eventId} from ${notices} group by ${notices.eventId}, ${notices.personId} having count(*) > 1
      union all select id from ${letters} group by id, key having count(*) > 1`),
  )
  expect(doubled).toHaveLength(0)
}
