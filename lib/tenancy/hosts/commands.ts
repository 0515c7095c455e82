import 'server-only'
import { randomBytes } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { hostClaims } from '../../../drizzle/schema'
import { Tenant as Settings, type Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { type Dns, dns } from '../../outgoing/resolver'
import { done, type Outcome, refused } from '../../outcome'
import { audit } from '../audit/commands'
import type { Editor } from '../drafts/commands'
import { readHead } from '../drafts/queries'
import { publishFromCity } from '../versions/commands'
import { tellOfCheck, whereItLeads } from './checks/commands'
import { canBeFound, operatorHosts, typedHost } from './names'
import {
  aliasMonths,
  type HostRefusal,
  type Hosts,
  isMain,
  nameRefusal,
  proofOf,
  proofProblem,
  type Surface,
  withAlias,
  withMain,
  withoutAlias,
} from './rules'

type Act = { host: string; by: Editor; now: Date }
type Done = Promise<Outcome<undefined, HostRefusal>>

/** The city says that a name is its own. Nothing is served there before the DNS says so too. */
export function claimHost(
  tenant: Tenant,
  { host: typed, surface, by, now }: Act & { surface: Surface },
): Done {
  const host = typedHost(typed)
  const refusal = nameRefusal(host, {
    isPublic: host !== null && canBeFound(host),
    operatorHosts: operatorHosts(),
  })
  return inTenant(tenant, async (db) => {
    if (refusal || !host) return refused(refusal ?? 'not_a_host')
    if (!(await mayTake(db, host))) return refused('taken')
    const { settings } = await readHead(db)
    if (!settings.hosts[surface]) return refused('not_there')
    const token = randomBytes(24).toString('base64url')
    const again = {
      token,
      surface,
      status: 'pending',
      addedBy: by.name ?? '',
      addedAt: now,
      detachedAt: null,
    } as const
    const named = isMain(settings.hosts, host) || settings.hosts.aliases.some((one) => one.host === host)
    const rows = named
      ? []
      : await db
          .insert(hostClaims)
          .values({ host, ...again })
          .onConflictDoUpdate({
            target: [hostClaims.tenantId, hostClaims.host],
            set: again,
            setWhere: eq(hostClaims.status, 'detached'),
          })
          .returning({ host: hostClaims.host })
    if (rows.length === 0) return refused('already_yours')
    await note(db, by, 'host_claimed', host, now)
    return done(undefined)
  })
}

async function mayTake(db: Db, host: string): Promise<boolean> {
  const [row] = await db.execute<{ free: boolean }>(sql`select app.may_take_host(${host}) as free`)
  return row?.free === true
}

function note(db: Db, by: Editor, action: string, host: string, now: Date): Promise<void> {
  return audit(db, { actor: { kind: 'admin', name: by.name ?? '' }, action, subject: `host:${host}`, now })
}

/** Asks the DNS now. The answer is written down, whatever it is. */
export async function checkHost(tenant: Tenant, host: string, now: Date, asked: Dns = dns()): Done {
  const claim = await inTenant(tenant, async (db) => {
    const [row] = await db.select().from(hostClaims).where(eq(hostClaims.host, host))
    return row
  })
  if (!claim || claim.status === 'detached') return refused('not_there')
  const { name, text } = proofOf(host, claim.token)
  const problem = await asked.texts(name).then(
    async (texts) => proofProblem(texts, text) ?? (await whereItLeads(tenant, host, asked)),
    () => 'dns_away' as const,
  )
  return inTenant(tenant, async (db) => {
    const after = afterCheck(claim, problem, now)
    await db.update(hostClaims).set(after).where(eq(hostClaims.host, host))
    if (claim.status === 'active' || claim.status === 'failing')
      await db.execute(sql`select app.note_host(${host}, ${problem !== null})`)
    await tellOfCheck(db, claim, after, now)
    return done(undefined)
  })
}

type Claim = typeof hostClaims.$inferSelect

/** Where a name leads is for whoever puts it in service to see to: it is theirs all the same. */
const isOfTheWay = (problem: string) => problem.startsWith('leads_')

/** A name in service is never cut by a check: it is said to fail, and since when. */
function afterCheck(claim: Claim, problem: string | null, now: Date): Partial<Claim> {
  const isServed = claim.status === 'active' || claim.status === 'failing'
  const checked = { checkedAt: now, problem }
  if (problem === null || (!isServed && isOfTheWay(problem))) {
    const status = isServed ? 'active' : 'verified'
    return { ...checked, status, failingSince: null, verifiedAt: claim.verifiedAt ?? now }
  }
  if (isServed) return { ...checked, status: 'failing', failingSince: claim.failingSince ?? now }
  return { ...checked, status: problem === 'dns_away' ? claim.status : 'pending' }
}

/** A proven name begins to be served: it leads to the main address until it becomes that itself. */
export function serveHost(tenant: Tenant, { host, by, now }: Act): Done {
  return inTenant(tenant, async (db) => {
    const [claim] = await db.select().from(hostClaims).where(eq(hostClaims.host, host)).for('update')
    if (!claim) return refused('not_there')
    if (claim.status !== 'verified') return refused('not_proven')
    if (!(await mayTake(db, host))) return refused('taken')
    const published = await publishHosts(db, by, now, (known) => withAlias(known, host, claim.surface))
    if (published.ok) await mark(db, host, { status: 'active' })
    return published
  })
}

async function mark(db: Db, host: string, change: Partial<Claim>): Promise<void> {
  await db.update(hostClaims).set(change).where(eq(hostClaims.host, host))
}

/** Its hosts are a setting of the city like any other: a version holds them, and the registry follows it. */
async function publishHosts(db: Db, by: Editor, now: Date, change: (hosts: Hosts) => Hosts | null): Done {
  const { version: base, settings } = await readHead(db)
  const hosts = change(settings.hosts)
  if (!hosts) return refused('not_there')
  const tenant = Settings.parse({ ...settings, hosts })
  const author = { author: `person:${by.id}`, actorName: by.name ?? '' }
  const published = await publishFromCity(db, { tenant, base, ...author, note: null, reason: 'hosts', now })
  if (!published.ok) return refused('published_meanwhile')
  await db.execute(sql`select app.move_hosts(${published.value.version}::integer)`)
  return done(undefined)
}

/** The main address changes. The one before leads to it for a year at least. */
export function makeMain(tenant: Tenant, { host, by, now }: Act): Done {
  return inTenant(tenant, async (db) => {
    const { settings } = await readHead(db)
    const to = settings.hosts.aliases.find((one) => one.host === host)?.to
    const before = to && settings.hosts[to]
    const published = await publishHosts(db, by, now, (known) => withMain(known, host))
    if (!published.ok || !before) return published
    const aliasUntil = new Date(now)
    aliasUntil.setUTCMonth(aliasUntil.getUTCMonth() + aliasMonths)
    const old = {
      host: before,
      surface: to,
      token: randomBytes(24).toString('base64url'),
      addedBy: '',
      addedAt: now,
    }
    await db
      .insert(hostClaims)
      .values({ ...old, status: 'active', aliasUntil })
      .onConflictDoUpdate({ target: [hostClaims.tenantId, hostClaims.host], set: { aliasUntil } })
    await mark(db, host, { aliasUntil: null })
    return published
  })
}

/** A name is given up: one that was never served at once, an alias when its year is over, the main one never. */
export function releaseHost(tenant: Tenant, { host, by, now }: Act): Done {
  return inTenant(tenant, async (db) => {
    const { settings } = await readHead(db)
    const isAlias = settings.hosts.aliases.some((one) => one.host === host)
    const [claim] = await db.select().from(hostClaims).where(eq(hostClaims.host, host)).for('update')
    if (isMain(settings.hosts, host) || (!isAlias && !claim)) return refused('not_there')
    if (claim?.aliasUntil && claim.aliasUntil > now) return refused('too_early')
    if (isAlias) {
      const published = await publishHosts(db, by, now, (known) => withoutAlias(known, host))
      if (!published.ok) return published
    }
    await mark(db, host, { status: 'detached', detachedAt: now })
    await note(db, by, 'host_released', host, now)
    return done(undefined)
  })
}
