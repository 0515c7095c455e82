import 'server-only'
import { desc, eq, sql } from 'drizzle-orm'
import { ideas, ruleSets } from '../../drizzle/schema'
import { Rules } from '../../tenants/rules'
import { type Db, inTenant } from '../db'
import type { RuleSet } from './rules'

/** The rules a city applies to what it publishes from now on. */
export async function rulesInForce(db: Db): Promise<RuleSet> {
  const [row] = await db.select().from(ruleSets).orderBy(desc(ruleSets.version)).limit(1)
  if (!row) throw new Error('a city without rules')
  return readable(row)
}

export function findRulesInForce(tenant: { id: string }): Promise<RuleSet> {
  return inTenant(tenant, rulesInForce)
}

export function findRuleSet(tenant: { id: string }, version: number): Promise<RuleSet | null> {
  return inTenant(tenant, (db) => readRuleSet(db, version))
}

export async function readRuleSet(db: Db, version: number): Promise<RuleSet | null> {
  const [row] = await db.select().from(ruleSets).where(eq(ruleSets.version, version))
  return row ? readable(row) : null
}

/** Every set of rules a city has had, the one in force first, each with the ideas that still run under it. */
export function listRuleSets(tenant: { id: string }): Promise<(RuleSet & { runningIdeas: number })[]> {
  return inTenant(tenant, async (db) => {
    const rows = await db.select().from(ruleSets).orderBy(desc(ruleSets.version))
    const running = await db
      .select({ version: ideas.ruleVersion, count: sql<number>`count(*)::int` })
      .from(ideas)
      .where(eq(ideas.collection, 'open'))
      .groupBy(ideas.ruleVersion)
    const counts = new Map(running.map(({ version, count }) => [version, count]))
    return rows.map((row) => ({ ...readable(row), runningIdeas: counts.get(row.version) ?? 0 }))
  })
}

export function readable({
  rules,
  version,
  threshold,
  timeZone,
  reason,
  author,
  validFrom,
}: typeof ruleSets.$inferSelect): RuleSet {
  return { version, rules: Rules.parse(rules), threshold, timeZone, reason, author, validFrom }
}
