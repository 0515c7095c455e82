import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { ideaImages, ideas } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Holder } from '../../../ideas/deposit/rules'
import { type Db, inTenant } from '../../../db'
import { forgetImages, keepImage } from '../../../media/commands'
import type { ImageRefusal } from '../../../media/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { rulesInForce } from '../../../rules/queries'
import { heldBy } from '../queries'

type Act = { ideaId: string; holder: Holder }
export type AddImageRefusal = ImageRefusal | 'not_there' | 'too_many_images'

/** Asked before drawing, so that a full draft costs nothing, and again under the lock, so that two tabs cannot overfill it. */
export async function addImage(
  tenant: Tenant,
  act: Act & { image: Uint8Array; alt: string },
): Promise<Outcome<{ id: string }, AddImageRefusal>> {
  const unwanted = await inTenant(tenant, (db) => imageRefusal(db, act))
  if (unwanted) return refused(unwanted)
  const kept = await keepImage(tenant, act.image)
  if (!kept.ok) return kept

  const added = await inTenant(tenant, async (db): Promise<Outcome<{ id: string }, AddImageRefusal>> => {
    const refusal = await imageRefusal(db, act)
    if (refusal) return refused(refusal)
    const position = sql`(select coalesce(max(${ideaImages.position}), 0) + 1 from ${ideaImages} where ${ideaImages.ideaId} = ${act.ideaId})`
    const [row] = await db
      .insert(ideaImages)
      .values({ ideaId: act.ideaId, alt: act.alt, position, ...kept.value })
      .returning({ id: ideaImages.id })
    return done(row!)
  })
  if (!added.ok) await forgetImages(tenant, [kept.value.file])
  return added
}

async function imageRefusal(db: Db, { ideaId, holder }: Act) {
  const [draft] = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.id, ideaId), heldBy(holder)))
    .for('no key update')
  if (!draft) return 'not_there'
  const { rules } = await rulesInForce(db)
  const already = await db.$count(ideaImages, eq(ideaImages.ideaId, ideaId))
  return already >= rules.attachments ? 'too_many_images' : null
}

export async function removeImage(
  tenant: Tenant,
  { ideaId, imageId, holder }: Act & { imageId: string },
): Promise<Outcome<undefined, 'not_there'>> {
  const removed = await inTenant(tenant, async (db) => {
    const [draft] = await db
      .select({ id: ideas.id })
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), heldBy(holder)))
    if (!draft) return []
    return db
      .delete(ideaImages)
      .where(and(eq(ideaImages.id, imageId), eq(ideaImages.ideaId, ideaId)))
      .returning({ file: ideaImages.file })
  })
  if (removed.length === 0) return refused('not_there')
  await forgetImages(
    tenant,
    removed.map(({ file }) => file),
  )
  return done(undefined)
}
