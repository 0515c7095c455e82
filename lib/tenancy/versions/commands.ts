import 'server-only'
import { and, desc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import { cities, hosts, ruleSets, tenantVersions } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import { operatorHost } from '../../operator/host'
import { done, type Outcome, refused } from '../../outcome'
import { thresholdOf } from '../../rules/rules'
import { audit } from '../audit/commands'
import { actorOf } from '../audit/rules'
import { changed } from '../freshness'
import { digestOf } from './rules'

export type Publication = {
  tenant: Tenant
  /** The version the change was made from: null for a city that is not registered yet. */
  base: number | null
  author: string
  /** What the author is called, where the author is a person of the city. */
  actorName?: string
  note: string | null
  /** Said to the public beside the rules, if they change. */
  reason: string
  now: Date
}
export type PublishRefusal = 'published_meanwhile' | 'host_of_another_city' | 'nothing_new'

/**
 * Makes a new version of a city's settings the one in force, with the hosts it names. `db` belongs to the operator: the
 * application cannot write the registry.
 */
export async function publishSettings(
  db: Db,
  publication: Publication,
): Promise<Outcome<{ version: number; newRules: boolean }, PublishRefusal>> {
  const { tenant, base } = publication
  const [city] = await db.select().from(cities).where(eq(cities.id, tenant.id)).for('update')
  if ((city?.publishedVersion ?? null) !== base) return refused('published_meanwhile')
  if (await hasHostOfAnotherCity(db, tenant)) return refused('host_of_another_city')
  const added = await addVersion(db, publication)
  if (!added.ok) return added
  await moveHead(db, tenant, added.value.version)
  await tell(db, publication, added.value.version)
  return added
}

/** The same from the city's own console: the registry is moved by a function that can do nothing else. Hosts stay. */
export async function publishFromCity(
  db: Db,
  publication: Publication & { base: number },
): Promise<Outcome<{ version: number; newRules: boolean }, PublishRefusal>> {
  const [row] = await db.execute<{ head: number }>(sql`select app.lock_head() as head`)
  if (row?.head !== publication.base) return refused('published_meanwhile')
  const added = await addVersion(db, publication)
  if (!added.ok) return added
  await db.execute(sql`select app.move_head(${publication.base}::integer, ${added.value.version}::integer)`)
  await tell(db, publication, added.value.version)
  return added
}

/** Versions are only ever added; the rules get a new number only if they changed. The caller holds the head. */
async function addVersion(
  db: Db,
  { tenant, base, author, note, reason, now }: Publication,
): Promise<Outcome<{ version: number; newRules: boolean }, PublishRefusal>> {
  const digest = digestOf(tenant)
  const [last] = await db.select().from(tenantVersions).orderBy(desc(tenantVersions.version)).limit(1)
  if (base !== null && last?.version === base && last.digest === digest) return refused('nothing_new')
  const version = (last?.version ?? 0) + 1
  const row = { version, settings: tenant, digest, author, note, publishedAt: now }
  await db.insert(tenantVersions).values(row)
  return done({ version, newRules: await publishRules(db, { tenant, author, reason, now }) })
}

async function tell(
  db: Db,
  { base, author, actorName, reason, now }: Publication,
  version: number,
): Promise<void> {
  await changed(db, 'settings')
  const actor = actorOf(author)
  await audit(db, {
    actor: { ...actor, name: actorName ?? actor.name },
    action: 'settings_published',
    subject: `version:${version}`,
    before: base,
    after: version,
    reason,
    now,
  })
}

/** A name that was given up is its city's for thirty days more: whoever has its links is not led elsewhere. */
const isHeld = sql`coalesce(${hosts.detachedAt} > now() - interval '30 days', true)`

export async function hasHostOfAnotherCity(db: Db, tenant: Tenant): Promise<boolean> {
  const names = hostRows(tenant).map(({ host }) => host)
  if (names.includes(operatorHost())) return true
  const taken = await db
    .select({ host: hosts.host })
    .from(hosts)
    .where(and(inArray(hosts.host, names), ne(hosts.cityId, tenant.id), isHeld))
  return taken.length > 0
}

async function publishRules(
  db: Db,
  { tenant, author, reason, now }: Pick<Publication, 'tenant' | 'author' | 'reason' | 'now'>,
): Promise<boolean> {
  const threshold = thresholdOf(tenant.ideas, tenant.population)
  const digest = digestOf({ rules: tenant.ideas, threshold, timeZone: tenant.timeZone })
  const [last] = await db.select().from(ruleSets).orderBy(desc(ruleSets.version)).limit(1)
  if (last?.digest === digest) return false

  const { ideas: rules, timeZone } = tenant
  const version = (last?.version ?? 0) + 1
  await db
    .insert(ruleSets)
    .values({ version, rules, threshold, timeZone, digest, reason, author, validFrom: now })
  return true
}

/** Makes a version the one in force, and its hosts the city's. */
export async function moveHead(db: Db, tenant: Tenant, version: number): Promise<void> {
  const head = { publishedVersion: version, changedAt: sql`now()` }
  await db
    .insert(cities)
    .values({ id: tenant.id, publishedVersion: version })
    .onConflictDoUpdate({ target: cities.id, set: head })
  await moveHosts(db, tenant)
}

/** What is named no more is detached, not forgotten. All are aliases for a moment: there is never a second main one. */
async function moveHosts(db: Db, tenant: Tenant): Promise<void> {
  const named = hostRows(tenant)
  const own = eq(hosts.cityId, tenant.id)
  const others = notInArray(
    hosts.host,
    named.map(({ host }) => host),
  )
  await db.update(hosts).set({ role: 'alias' }).where(own)
  await db
    .update(hosts)
    .set({ status: 'detached', detachedAt: sql`now()` })
    .where(and(own, others, ne(hosts.status, 'detached')))
  for (const { host, ...row } of named) {
    const again = sql`case when ${hosts.status} = 'detached' then 'active' else ${hosts.status} end`
    await db
      .insert(hosts)
      .values({ host, ...row })
      .onConflictDoUpdate({ target: hosts.host, set: { ...row, status: again, detachedAt: null } })
  }
}

function hostRows({ id: cityId, hosts: chosen }: Tenant): (typeof hosts.$inferInsert)[] {
  const own = (['shared', 'decider', 'agir'] as const).flatMap((surface) => {
    const host = chosen[surface]
    return host ? [{ host, cityId, surface, role: 'canonical' as const }] : []
  })
  const aliases = chosen.aliases.map(({ host, to }) => ({
    host,
    cityId,
    surface: to,
    role: 'alias' as const,
  }))
  return [...own, ...aliases]
}
