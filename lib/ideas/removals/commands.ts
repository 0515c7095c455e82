import 'server-only'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import { addenda, ideaImages, ideas, removals } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { forgetImages } from '../../media/commands'
import { done, type Outcome, refused } from '../../outcome'
import type { Acting } from '../../people/rules'
import { applyChange } from '../changes/commands'
import {
  askingAs,
  decidingRefusal,
  otherThan,
  type RemovalGround,
  type RemovalRefusal,
  removers,
} from './rules'

type City = { id: string }
type Act = { by: Acting & { id: string }; now: Date }
type Result = Promise<Outcome<undefined, RemovalRefusal>>
type Asked = Act & { address: string; ground: RemovalGround; legal: string; reason: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Asks that a text be taken away for good. Nothing moves until somebody in the other role has agreed. */
export function askForRemoval(tenant: City, { address, by, now, ...why }: Asked): Result {
  return inTenant(tenant, async (db) => {
    const isIt = or(eq(ideas.slug, address), uuid.test(address) ? eq(ideas.id, address) : sql`false`)
    const [idea] = await db.select().from(ideas).where(isIt).for('update')
    if (!idea) return refused('not_there')
    const as = askingAs(idea, by)
    if (!isRemover(as)) return refused(as)
    const waiting = and(eq(removals.ideaId, idea.id), isNull(removals.declinedAt))
    if ((await db.$count(removals, waiting)) > 0) return refused('already_asked')
    await db.insert(removals).values({ ideaId: idea.id, ...why, askedById: by.id, askedAs: as, askedAt: now })
    return done(undefined)
  })
}

const isRemover = (found: ReturnType<typeof askingAs>): found is (typeof removers)[number] =>
  (removers as readonly string[]).includes(found)

/** The other of the two agrees: the words and the pictures are erased, and in their place is said on what ground. */
export async function confirmRemoval(
  tenant: City,
  { removalId, by, now }: Act & { removalId: string },
): Result {
  const gone: string[] = []
  const outcome = await withRemoval(tenant, { removalId, by }, async (db, { removal, idea }) => {
    const { ground, legal } = removal
    const decided = { confirmedById: by.id, confirmedAt: now }
    await db.update(removals).set(decided).where(eq(removals.id, removalId))
    const byRole = otherThan(removal.askedAs)
    await applyChange(db, idea, 'remove', { byId: by.id, byRole, now, detail: { ground, legal } })
    gone.push(...(await eraseWords(db, idea.id)))
  })
  if (outcome.ok) await forgetImages(tenant, gone)
  return outcome
}

/** What stays is that there was a text, its number of supports, and what was decided. */
async function eraseWords(db: Db, ideaId: string): Promise<string[]> {
  const nothing = { title: '[…]', titleKey: null, body: '', address: null, latitude: null, longitude: null }
  await db.update(ideas).set(nothing).where(eq(ideas.id, ideaId))
  await db.delete(addenda).where(eq(addenda.ideaId, ideaId))
  await db.execute(sql`select app.erase_removed_texts(${ideaId}::uuid)`)
  const images = await db
    .delete(ideaImages)
    .where(eq(ideaImages.ideaId, ideaId))
    .returning({ file: ideaImages.file })
  return images.map(({ file }) => file)
}

export function declineRemoval(tenant: City, { removalId, by, now }: Act & { removalId: string }): Result {
  return withRemoval(tenant, { removalId, by }, async (db) => {
    await db.update(removals).set({ declinedAt: now, confirmedById: by.id }).where(eq(removals.id, removalId))
  })
}

type Held = { removal: typeof removals.$inferSelect; idea: typeof ideas.$inferSelect }

function withRemoval(
  tenant: City,
  { removalId, by }: { removalId: string; by: Act['by'] },
  work: (db: Db, held: Held) => Promise<void>,
): Result {
  return inTenant(tenant, async (db) => {
    const [removal] = await db.select().from(removals).where(eq(removals.id, removalId)).for('update')
    if (!removal) return refused('not_there')
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, removal.ideaId)).for('no key update')
    const refusal = decidingRefusal(removal, idea!, by)
    if (refusal) return refused(refusal)
    await work(db, { removal, idea: idea! })
    return done(undefined)
  })
}
