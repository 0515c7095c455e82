import 'server-only'
import { inArray } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import type { Db } from '../../db'

export type IdeaCard = Awaited<ReturnType<typeof cardsOf<{ id: string }>>>[number]

/** What a list shows of each idea, in the order given, whatever else is known of it kept beside. */
export async function cardsOf<Found extends { id: string }>(db: Db, found: Found[]) {
  if (found.length === 0) return []
  const rows = await db
    .select(columns)
    .from(ideas)
    .where(
      inArray(
        ideas.id,
        found.map(({ id }) => id),
      ),
    )
  const cards = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((one) => {
    const card = cards.get(one.id)
    return card ? [{ ...one, ...card }] : []
  })
}

const columns = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  locale: ideas.locale,
  themeId: ideas.themeId,
  districtCode: ideas.districtCode,
  secondDistrictCode: ideas.secondDistrictCode,
  latitude: ideas.latitude,
  longitude: ideas.longitude,
  publication: ideas.publication,
  collection: ideas.collection,
  examination: ideas.examination,
  delivery: ideas.delivery,
  publishedAt: ideas.publishedAt,
  reachedAt: ideas.reachedAt,
  deadlineAt: ideas.deadlineAt,
  threshold: ideas.threshold,
  supportCount: ideas.supportCount,
  importedSupportCount: ideas.importedSupportCount,
}
