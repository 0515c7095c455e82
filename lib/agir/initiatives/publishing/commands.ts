import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { activities, initiativePeople, initiatives, occurrences } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { slugOf } from '../../../ideas/moderation/rules'
import { record } from '../../../journal/commands'
import { forgetImages } from '../../../media/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { trustedFrom } from '../../organisations/rules'
import { dueFrom } from '../answers/commands'
import { holdInitiative, type Kept } from '../keepers/queries'
import { type InitiativeRefusal, openSteps, reservedSlugs } from '../rules'

type City = { id: string }
type Act = { initiativeId: string; personId: string; now: Date }
type Result<Value = undefined> = Promise<Outcome<Value, InitiativeRefusal>>

/** Offers it to the city: public at once from an organisation that has proven who it is, else once it has been read. */
export function sendInitiative(
  tenant: City,
  { initiativeId, personId, now }: Act,
): Result<{ slug: string | null }> {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (!one) return refused('not_there')
    if (one.state !== 'draft') return refused('already_sent')
    if (openSteps(one).length > 0) return refused('incomplete')
    if (one.trust >= trustedFrom) return done({ slug: await publishInitiative(db, one, null, now) })
    const sent = { state: 'submitted', submittedAt: now, moderationDueAt: await dueFrom(db, now) } as const
    await db
      .update(initiatives)
      .set({ ...sent, changedAt: now })
      .where(eq(initiatives.id, initiativeId))
    return done({ slug: null })
  })
}

/** From now on everyone reads it. The caller holds the row. */
export async function publishInitiative(
  db: Db,
  one: Omit<Kept, 'trust'>,
  byId: string | null,
  now: Date,
): Promise<string> {
  const said = { ...one, ...one.wish }
  const slug = one.slug ?? (await freeSlug(db, said))
  const { title, summary, story, themeIds, districtCode, placeLabel, address, image, imageAlt } = said
  const { latitude = null, longitude = null } = said
  const where = { districtCode, placeLabel, address, latitude, longitude }
  const words = { title, summary, story, themeIds, ...where, image, imageAlt }
  const shown = { slug, state: 'active' as const, activeAt: one.activeAt ?? now, wish: null }
  await db
    .update(initiatives)
    .set({ ...words, ...shown, changedAt: now, treatedById: byId, treatedAt: now })
    .where(eq(initiatives.id, one.id))
  const by = { byId, byRole: byId ? 'moderator' : 'system', visibility: 'public', at: now } as const
  const detail = { title, path: `/initiatives/${slug}`, on: 'agir' }
  if (!one.slug) await record(db, { kind: 'initiative_published', aboutId: one.id, ...by, detail })
  await changed(db, 'activities')
  return slug
}

/** Readable, in Latin letters, and nobody else's; its own number where no letter of the title can be written. */
async function freeSlug(db: Db, { id, title }: { id: string; title: string }): Promise<string> {
  const readable = slugOf(title) || id
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`initiative:${readable}`}, 0))`)
  const taken = await db.$count(initiatives, eq(initiatives.slug, readable))
  const isFree = taken === 0 && !reservedSlugs.includes(readable)
  return isFree ? readable : `${readable}-${randomBytes(3).toString('hex')}`
}

/** Taken back before anybody has decided, to be written on. */
export function pullBack(tenant: City, { initiativeId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (one?.state !== 'submitted') return refused('not_there')
    const back = { state: 'draft' as const, submittedAt: null, moderationDueAt: null, changedAt: now }
    await db.update(initiatives).set(back).where(eq(initiatives.id, initiativeId))
    return done(undefined)
  })
}

/** A draft that nobody has read goes for good, and its picture with it. */
export async function discardInitiative(tenant: City, { initiativeId, personId }: Omit<Act, 'now'>): Result {
  const gone = await inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (one?.state !== 'draft' || one.slug) return null
    await db.update(activities).set({ initiativeId: null }).where(eq(activities.initiativeId, initiativeId))
    await db.delete(initiativePeople).where(eq(initiativePeople.initiativeId, initiativeId))
    await db.delete(initiatives).where(eq(initiatives.id, initiativeId))
    return one
  })
  if (!gone) return refused('not_there')
  if (gone.image) await forgetImages(tenant, [gone.image])
  return done(undefined)
}

/** It has run its course: its page stays, and says so. Nobody may be awaited on a date to come. */
export function endInitiative(tenant: City, { initiativeId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (one?.state !== 'active') return refused('not_there')
    if (await hasDates(db, initiativeId, now)) return refused('has_dates')
    const over = { state: 'ended' as const, endedAt: now, wish: null, changedAt: now }
    await db.update(initiatives).set(over).where(eq(initiatives.id, initiativeId))
    await changed(db, 'activities')
    return done(undefined)
  })
}

/** It goes on, as it was read. */
export function resumeInitiative(tenant: City, { initiativeId, personId, now }: Act): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (one?.state !== 'ended') return refused('not_there')
    const again = { state: 'active' as const, endedAt: null, changedAt: now }
    await db.update(initiatives).set(again).where(eq(initiatives.id, initiativeId))
    await changed(db, 'activities')
    return done(undefined)
  })
}

async function hasDates(db: Db, initiativeId: string, now: Date): Promise<boolean> {
  const coming = await db
    .select({ id: occurrences.id })
    .from(occurrences)
    .innerJoin(activities, eq(activities.id, occurrences.activityId))
    .where(
      and(
        eq(activities.initiativeId, initiativeId),
        eq(activities.publication, 'published'),
        gt(occurrences.endsAt, now),
        ne(occurrences.state, 'cancelled'),
      ),
    )
    .limit(1)
  return coming.length > 0
}
