import fc from 'fast-check'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { aCrowd, anIdea, belleville, marsa, paris, type SignedIn } from '../support/factories'
import { theDeadlinePasses } from '../support/histories'

const cities = [paris, belleville, marsa]
const threshold = 3

type Act = { city: number; person: number; kind: 'give' | 'take' | 'close' }

/** What must be true, in so few lines that it can be read: who is counted, and whether it was ever enough. */
function model() {
  const state = cities.map(() => ({
    voices: new Set<number>(),
    changes: new Map<number, number>(),
    reached: 0,
    open: true,
  }))
  return {
    state,
    /** The status that is due, having done what is asked. */
    act({ city, person, kind }: Act): number {
      const idea = state[city]!
      if (kind === 'close') return ((idea.open = false), 200)
      if (idea.voices.has(person) === (kind === 'give')) return 200
      if (!idea.open) return 409
      const changes = idea.changes.get(person) ?? 0
      if (changes >= 3) return 429
      idea.changes.set(person, changes + 1)
      if (kind === 'give') idea.voices.add(person)
      else idea.voices.delete(person)
      if (idea.voices.size >= threshold) idea.reached = 1
      return 200
    },
  }
}

const acts = fc.array(
  fc.record({
    city: fc.nat({ max: cities.length - 1 }),
    person: fc.nat({ max: 4 }),
    kind: fc.oneof(
      { weight: 12, arbitrary: fc.constant('give' as const) },
      { weight: 6, arbitrary: fc.constant('take' as const) },
      { weight: 1, arbitrary: fc.constant('close' as const) },
    ),
  }),
  { minLength: 5, maxLength: 30 },
)

test('whatever is given, repeated, taken back and closed in three cities, counts are those of the model', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (asked) => {
      const crowds = await Promise.all(cities.map((city) => aCrowd(city, 5)))
      const fresh = await Promise.all(cities.map((city) => anIdea(city, { threshold, ruleVersion: 1 })))
      const due = model()
      for (const act of asked) expect(await perform(act, fresh[act.city]!.id, crowds)).toBe(due.act(act))
      const found = await Promise.all(fresh.map(({ id }, at) => ledgerOf(cities[at]!, id)))
      expect(found).toEqual(
        due.state.map(({ voices, reached }) => ({
          counter: voices.size,
          rows: voices.size,
          crossings: reached,
        })),
      )
    }),
    { numRuns: 25 },
  )
}, 120_000)

async function perform({ city, person, kind }: Act, ideaId: string, crowds: SignedIn[][]): Promise<number> {
  const tenant = cities[city]!
  const voice = { tenant, ideaId, ...crowds[city]![person]! }
  if (kind === 'give') return (await giveSupport(voice)).status
  if (kind === 'take') return (await takeBackSupport(voice)).status
  await theDeadlinePasses(ideaId)
  return 200
}

function ledgerOf(tenant: { id: string }, ideaId: string) {
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select({ counter: ideas.supportCount }).from(ideas).where(eq(ideas.id, ideaId))
    const rows = await db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted')))
    const isCrossing = and(eq(journal.aboutId, ideaId), eq(journal.kind, 'threshold_reached'))
    return { counter: idea!.counter, rows, crossings: await db.$count(journal, isCrossing) }
  })
}
