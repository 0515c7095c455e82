import 'server-only'
import { and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { carrierInvitations, carriers, ideas, supports } from '../../../../drizzle/schema'
import type { Assurance } from '../../../../tenants/rules'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { readRuleSet } from '../../../rules/queries'
import { deadlineOf } from '../../../rules/rules'
import { applyChange } from '../../changes/commands'
import { mayChange } from '../../changes/rules'
import { yearIn } from '../../deposit/rules'
import { scopeKeyOf, voterKey } from '../../supports/scope-keys'
import { adoptionRefusal, type CarrierRefusal } from '../rules'

type City = { id: string }
type Result = Promise<Outcome<undefined, CarrierRefusal>>
type Row = Pick<
  typeof ideas.$inferSelect,
  'id' | 'publication' | 'collection' | 'examination' | 'delivery'
> & {
  ruleVersion: number | null
  timeZone: string | null
}

/** Its carrier leaves an idea that others support: for some days someone else may take it over. The caller holds its lock. */
export async function seekCarrier(db: Db, idea: Row, personId: string | null, now: Date): Promise<void> {
  const set = await readRuleSet(db, idea.ruleVersion!)
  const until = deadlineOf(now, { days: set!.rules.adoptionDays }, idea.timeZone!)
  const byRole = personId ? 'author' : 'system'
  const detail = { untilAt: until.toISOString() }
  await applyChange(db, idea, 'seekCarrier', {
    byId: personId,
    byRole,
    now,
    set: { adoptionUntil: until },
    detail,
  })
}

/** The author thinks again, and stays. */
export function keepIdea(
  tenant: City,
  { ideaId, personId, now }: { ideaId: string; personId: string; now: Date },
): Result {
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select()
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), eq(ideas.authorId, personId)))
      .for('no key update')
    if (!idea) return refused('not_there')
    if (!idea.adoptionUntil || !mayChange(idea, 'keep')) return refused('not_seeking')
    await applyChange(db, idea, 'keep', {
      byId: personId,
      byRole: 'author',
      now,
      set: { adoptionUntil: null },
    })
    return done(undefined)
  })
}

type Taker = { id: string; assurance: Assurance; birthYear: number | null }

/** Someone who supports or carries the idea becomes its carrier. Their support says so under its own key, to this act alone. */
export async function adoptIdea(
  tenant: City,
  { ideaId, person, now }: { ideaId: string; person: Taker; now: Date },
): Result {
  const scope = await scopeKeyOf(tenant, ideaId)
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select({ row: ideas, isSeeking: sql<boolean>`coalesce(${ideas.adoptionUntil} > now(), false)` })
      .from(ideas)
      .where(eq(ideas.id, ideaId))
      .for('no key update')
    if (!idea) return refused('not_there')
    const { row, isSeeking } = idea
    const rules = row.ruleVersion === null ? null : (await readRuleSet(db, row.ruleVersion))?.rules
    if (!rules) return refused('not_seeking')
    const taker = {
      ...person,
      isCarrier: (await db.$count(carriers, isCarrier(ideaId, person.id))) > 0,
      isSupporter: scope !== null && (await hasVoice(db, ideaId, voterKey(scope, person.id))),
    }
    const asked = {
      assurance: rules.adoptionAssurance,
      minAge: rules.depositMinAge,
      year: yearIn(row.timeZone ?? 'UTC', now),
    }
    const refusal = adoptionRefusal({ ...row, isSeeking }, taker, asked)
    if (refusal) return refused(refusal)
    await db.delete(carriers).where(isCarrier(ideaId, person.id))
    const set = { authorId: person.id, adoptionUntil: null }
    const detail = { tell: row.authorId ? [row.authorId] : [] }
    await applyChange(db, row, 'adopt', { byId: person.id, byRole: 'author', now, set, detail })
    return done(undefined)
  })
}

function isCarrier(ideaId: string, personId: string) {
  return and(eq(carriers.ideaId, ideaId), eq(carriers.personId, personId))
}

async function hasVoice(db: Db, ideaId: string, voter: string): Promise<boolean> {
  const counted = and(
    eq(supports.ideaId, ideaId),
    eq(supports.voterKey, Buffer.from(voter, 'hex')),
    eq(supports.state, 'counted'),
  )
  return (await db.$count(supports, counted)) > 0
}

/** Whom nobody answered is forgotten with the invitation. */
export function forgetInvitations(tenant: City): Promise<void> {
  return inTenant(tenant, async (db) => {
    await db.delete(carrierInvitations).where(lte(carrierInvitations.expiresAt, sql`now()`))
  })
}

/**
 * Nobody took it over in time: it is withdrawn as its author wished. It stays where a right was acquired, where the city has
 * taken it up, and where the author left without asking for it to go.
 */
export function endSearches(tenant: City): Promise<void> {
  return inTenant(tenant, async (db) => {
    const over = await db
      .select({ row: ideas, now: sql`now()`.mapWith(ideas.createdAt) })
      .from(ideas)
      .where(and(isNotNull(ideas.adoptionUntil), lte(ideas.adoptionUntil, sql`now()`)))
      .orderBy(ideas.id)
      .limit(100)
      .for('no key update', { skipLocked: true })
    const left: string[] = []
    for (const { row, now } of over) {
      if (!row.authorId || !mayChange(row, 'withdraw')) left.push(row.id)
      else
        await applyChange(db, row, 'withdraw', {
          byId: null,
          byRole: 'system',
          now,
          set: { adoptionUntil: null },
        })
    }
    if (left.length > 0) await db.update(ideas).set({ adoptionUntil: null }).where(inArray(ideas.id, left))
  })
}
