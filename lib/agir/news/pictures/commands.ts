import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { newsImages } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { forgetImages, keepImage } from '../../../media/commands'
import type { ImageRefusal } from '../../../media/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { holdNews } from '../commands'
import { newsLimits, type NewsRefusal } from '../rules'

type City = { id: string }
type Act = { newsId: string; personId: string }

/** Asked before drawing, so that a full one costs nothing, and again under the lock. */
export async function addNewsImage(
  tenant: City,
  { image, alt, ...act }: Act & { image: Uint8Array; alt: string },
): Promise<Outcome<undefined, ImageRefusal | NewsRefusal>> {
  const unwanted = await inTenant(tenant, (db) => imageRefusal(db, act))
  if (unwanted) return refused(unwanted)
  const kept = await keepImage(tenant, image)
  if (!kept.ok) return kept
  const refusal = await inTenant(tenant, async (db) => {
    const late = await imageRefusal(db, act)
    if (late) return late
    const { newsId } = act
    const position = sql`(select coalesce(max(${newsImages.position}), 0) + 1 from ${newsImages} where ${newsImages.newsId} = ${newsId})`
    await db.insert(newsImages).values({ newsId, alt, position, ...kept.value })
    return null
  })
  if (!refusal) return done(undefined)
  await forgetImages(tenant, [kept.value.file])
  return refused(refusal)
}

async function imageRefusal(db: Db, { newsId, personId }: Act): Promise<NewsRefusal | null> {
  const one = await holdNews(db, newsId, personId)
  if (one?.state !== 'draft') return 'not_there'
  const already = await db.$count(newsImages, eq(newsImages.newsId, newsId))
  return already >= newsLimits.images ? 'too_many_images' : null
}

export async function removeNewsImage(
  tenant: City,
  { newsId, personId, imageId }: Act & { imageId: string },
): Promise<Outcome<undefined, NewsRefusal>> {
  const gone = await inTenant(tenant, async (db) => {
    const one = await holdNews(db, newsId, personId)
    if (one?.state !== 'draft') return []
    return db
      .delete(newsImages)
      .where(and(eq(newsImages.id, imageId), eq(newsImages.newsId, newsId)))
      .returning({ file: newsImages.file })
  })
  if (gone.length === 0) return refused('not_there')
  await forgetImages(
    tenant,
    gone.map(({ file }) => file),
  )
  return done(undefined)
}
