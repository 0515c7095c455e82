import 'server-only'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { ideas, pauses } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { IdeaAddress } from '../merges/input'
import { mergesOf } from '../merges/queries'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What those who act for the city need to decide about the life of one idea; drafts are their authors' alone. */
export async function findLife(tenant: { id: string }, id: string) {
  if (!uuid.test(id)) return null
  return inTenant(tenant, async (db) => {
    const [idea] = await db.select(columns).from(ideas).where(eq(ideas.id, id))
    if (!idea?.slug) return null
    return { ...idea, merges: await mergesOf(db, id) }
  })
}

/** The id of the published idea at this address, or null. */
export function findByAddress(tenant: { id: string }, typed: string): Promise<string | null> {
  const address = IdeaAddress.safeParse(typed)
  if (!address.success) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const isIt = uuid.test(address.data) ? eq(ideas.id, address.data) : eq(ideas.slug, address.data)
    const [idea] = await db
      .select({ id: ideas.id })
      .from(ideas)
      .where(and(isIt, isNotNull(ideas.slug)))
    return idea?.id ?? null
  })
}

/** Since when every collection of the city stands still, or null. */
export function findPause(tenant: { id: string }) {
  return inTenant(tenant, currentPause)
}

/** The pause the city is in, if it is in one. */
export async function currentPause(db: Db) {
  const [pause] = await db
    .select({ id: pauses.id, cause: pauses.cause, begunAt: pauses.begunAt })
    .from(pauses)
    .where(isNull(pauses.endedAt))
  return pause ?? null
}

const columns = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  authorId: ideas.authorId,
  themeId: ideas.themeId,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  deadlineAt: ideas.deadlineAt,
  suspendedAt: ideas.suspendedAt,
  takenUpAt: ideas.takenUpAt,
  timeZone: ideas.timeZone,
}
