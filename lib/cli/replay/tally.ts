import { and, eq, or, sql } from 'drizzle-orm'
import { ideas, journal, supports } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import type { Played } from './play'

export type Idea = {
  id: string
  title: string
  collection: string
  isOpen: boolean
  threshold: number | null
  counter: number
  reached: boolean
}
export type Tally = { rows: number; counter: number; events: number }
export type Line = { what: string; found: number; expected: number; holds: boolean }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function findIdea(tenant: Tenant, name: string): Promise<Idea | null> {
  return inTenant(tenant, async (db) => {
    const byId = uuid.test(name) ? eq(ideas.id, name) : undefined
    const [idea] = await db
      .select({
        id: ideas.id,
        title: ideas.title,
        collection: ideas.collection,
        isOpen: sql<boolean>`publication = 'published' and collection in ('open', 'reached', 'certified') and deadline_at > now()`,
        threshold: ideas.threshold,
        counter: ideas.supportCount,
        reached: sql<boolean>`reached_at is not null`,
      })
      .from(ideas)
      .where(or(byId, eq(ideas.slug, name)))
    return idea ?? null
  })
}

/** What the database holds of an idea: its voices one by one, the counter it keeps, the crossings it recorded. */
export function tallyOf(tenant: Tenant, ideaId: string): Promise<Tally> {
  return inTenant(tenant, async (db) => {
    const rows = await db.$count(supports, and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted')))
    const [idea] = await db.select({ counter: ideas.supportCount }).from(ideas).where(eq(ideas.id, ideaId))
    const crossing = and(eq(journal.aboutId, ideaId), eq(journal.kind, 'threshold_reached'))
    return { rows, counter: idea!.counter, events: await db.$count(journal, crossing) }
  })
}

/** Four figures that must agree: what was acknowledged, the rows, the counter, the crossings. */
export function compare(idea: Idea, before: Tally, after: Tally, played: Played): Line[] {
  const line = (what: string, found: number, expected: number) => ({
    what,
    found,
    expected,
    holds: found === expected,
  })
  const isOver = idea.threshold !== null && after.counter >= idea.threshold
  return [
    line(
      'new rows, for so many supports acknowledged',
      after.rows - before.rows,
      played.given - played.takenBack,
    ),
    line('counter, for so many rows', after.counter, after.rows),
    line('crossings of the threshold', after.events, idea.reached || played.reached || isOver ? 1 : 0),
  ]
}
