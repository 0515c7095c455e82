import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { memberships, organisations } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { dueAfterWorkingDays } from '../../ideas/deposit/rules'
import { slugOf } from '../../ideas/moderation/rules'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { rulesInForce } from '../../rules/queries'
import { changed } from '../../tenancy/freshness'
import { isReservedName, skeleton } from '../../text'
import { endProofs, recount } from './proofs/commands'
import { hostOf } from './proofs/rules'
import { mayFor } from './queries'
import {
  changesWords,
  isOfTheCity,
  isPublic,
  organisationLimits,
  type OrganisationKind,
  type OrganisationRefusal,
  reservedSlugs,
  trustedFrom,
} from './rules'

type Act = { organisationId: string; personId: string; now: Date }
type Result<Value = undefined> = Promise<Outcome<Value, OrganisationRefusal>>
type Details = {
  kind: OrganisationKind
  name: string
  summary: string
  themeIds: string[]
  districtCode: string | null
  website: string | null
}

type Begun = Details & { personId: string; isStaff?: boolean; locale: string; now: Date }

/** Somebody begins a page for those they act with: theirs alone until they send it. */
export function beginOrganisation(
  tenant: Tenant,
  { personId, isStaff = false, locale, now, ...details }: Begun,
): Result<{ id: string }> {
  if (isOfTheCity(details.kind) && !isStaff) return Promise.resolve(refused('city_only'))
  return inTenant(tenant, async (db) => {
    const own = and(
      eq(organisations.createdById, personId),
      inArray(organisations.state, ['draft', 'submitted']),
    )
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisations:${personId}`}, 0))`)
    if ((await db.$count(organisations, own)) >= organisationLimits.atOnce) return refused('too_many')
    const refusal = await nameRefusal(db, tenant, details.name, null)
    if (refusal) return refused(refusal)
    const id = randomUUID()
    const row = { ...details, id, nameKey: skeleton(details.name), locale, createdById: personId }
    await db.insert(organisations).values({ ...row, createdAt: now, changedAt: now })
    const owner = { organisationId: id, personId, role: 'owner', state: 'active' } as const
    await db.insert(memberships).values({ ...owner, at: now, joinedAt: now })
    return done({ id })
  })
}

/** Nobody passes for the city, nor for those who already have a page. */
async function nameRefusal(db: Db, tenant: Tenant, name: string, id: string | null) {
  const cityNames = [tenant.name, tenant.platformNames.decider, tenant.platformNames.agir].flatMap((one) =>
    Object.values(one),
  )
  if (isReservedName(name, cityNames)) return 'name_reserved' as const
  const isOther = id ? ne(organisations.id, id) : undefined
  const same = and(
    eq(organisations.nameKey, skeleton(name)),
    isOther,
    inArray(organisations.state, ['active', 'leaving', 'suspended']),
  )
  return (await db.$count(organisations, same)) > 0 ? ('name_taken' as const) : null
}

type Changes = Details & { story: string; address: string | null; publicEmail: string | null }

/**
 * What is said of it is changed. Of one the city knows little, new words wait until they are read, and the page keeps those
 * that were; where it is and how to reach it changes at once.
 */
export function changeOrganisation(
  tenant: Tenant,
  { organisationId, personId, isStaff = false, now, ...details }: Act & Changes & { isStaff?: boolean },
): Result<{ waits: boolean }> {
  return inTenant(tenant, async (db) => {
    const [before] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('no key update')
    if (!before || !(await mayFor(db, organisationId, personId, 'manage'))) return refused('not_there')
    if (before.state === 'suspended') return refused('suspended')
    if (isOfTheCity(details.kind) && before.kind !== details.kind && !isStaff) return refused('city_only')
    const refusal = await nameRefusal(db, tenant, details.name, organisationId)
    if (refusal) return refused(refusal)

    const { kind, name, summary, story, ...rest } = details
    const words = { kind, name, summary, story }
    const isRead = isPublic(before.state) && before.trust < trustedFrom
    const { logo, logoAlt } = before.wish ?? {}
    const waits = isRead && (changesWords(before, words) || logo !== undefined)
    const set = waits
      ? {
          ...rest,
          wish: logo === undefined ? words : { ...words, logo, logoAlt },
          submittedAt: now,
          moderationDueAt: await dueFrom(db, now),
        }
      : { ...rest, ...words, nameKey: skeleton(name), wish: null }
    await db
      .update(organisations)
      .set({ ...set, changedAt: now })
      .where(eq(organisations.id, organisationId))
    if (before.website !== details.website) await leaveDomain(db, before, details.website, now)
    await changed(db, 'activities')
    return done({ waits })
  })
}

/** What was shown on one site says nothing of another. */
async function leaveDomain(
  db: Db,
  { id, website }: { id: string; website: string | null },
  to: string | null,
  now: Date,
): Promise<void> {
  if (hostOf(website) === hostOf(to)) return
  await endProofs(db, id, ['dns', 'well_known'], now)
  await recount(db, id, now)
}

async function dueFrom(db: Db, now: Date): Promise<Date> {
  const { rules, timeZone } = await rulesInForce(db)
  return dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
}

/** Sends it to the city, which reads it before everyone does; or sends it again, changed as was asked. */
export function sendOrganisation(tenant: Tenant, { organisationId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('no key update')
    if (!found || !(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    if (!['draft', 'submitted', 'rejected'].includes(found.state)) return refused('already_sent')
    if (found.state === 'rejected') return refused('not_ready')
    const sent = { state: 'submitted', submittedAt: now, moderationDueAt: await dueFrom(db, now) } as const
    await db
      .update(organisations)
      .set({ ...sent, changedAt: now })
      .where(eq(organisations.id, organisationId))
    if (found.state === 'draft') {
      const by = { byId: personId, byRole: 'author', visibility: 'internal', at: now } as const
      await record(db, {
        kind: 'organisation_sent',
        aboutId: organisationId,
        ...by,
        detail: { title: found.name },
      })
    }
    return done(undefined)
  })
}

/** What was never sent is thrown away, with whoever had been asked to join. */
export function discardOrganisation(tenant: Tenant, { organisationId, personId }: Omit<Act, 'now'>): Result {
  return inTenant(tenant, async (db) => {
    const [found] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, organisationId))
      .for('update')
    if (!found || !(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    if (found.state !== 'draft') return refused('already_sent')
    await db.delete(memberships).where(eq(memberships.organisationId, organisationId))
    await db.delete(organisations).where(eq(organisations.id, organisationId))
    return done(undefined)
  })
}

/** Readable, in Latin letters, and nobody else's. */
export async function freeSlug(db: Db, { id, name }: { id: string; name: string }): Promise<string> {
  const readable = slugOf(name) || id
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`organisation:${readable}`}, 0))`)
  const taken = await db.$count(organisations, eq(organisations.slug, readable))
  const isFree = taken === 0 && !reservedSlugs.includes(readable)
  return isFree ? readable : `${readable}-${randomBytes(3).toString('hex')}`
}
