import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db } from '../../../db'
import type { Planted } from '../planting/rules'

/**
 * One row for each support the planted ideas count, spread over the days they had, more of them early. Their voter keys
 * are random: nobody gave these voices.
 */
export async function plantSupports(db: Db, planted: Planted[]): Promise<number> {
  const wanted = planted.flatMap(({ row, gatheredUntil }) =>
    row.publishedAt && row.supportCount
      ? [{ id: row.id, count: row.supportCount, from: dayOf(row.publishedAt), until: dayOf(gatheredUntil) }]
      : [],
  )
  const rows = await db.execute(sql`
    insert into supports (idea_id, voter_key, state, counted_on, changed_on)
    select idea, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'counted', day, day
    from (
      select wanted.id as idea, wanted."from" + floor(power(random(), 1.3) * (wanted.until - wanted."from" + 1))::int as day
      from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted (id uuid, count int, "from" date, until date),
        generate_series(1, wanted.count)
    ) voices`)
  return rows.count
}

const dayOf = (instant: Date) => instant.toISOString().slice(0, 10)
