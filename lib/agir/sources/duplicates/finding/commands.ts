import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db } from '../../../../db'
import { pointOf } from '../../../finding/cards/queries'
import { isPublic, takesPlace } from '../../../finding/queries'
import { alike } from '../../rules'

/** Looks for what else is announced at about the same hour, place and under the same words as what was just written. */
export async function findDuplicates(db: Db, activityIds: string[], now: Date): Promise<number> {
  if (activityIds.length === 0) return 0
  const at = sql`${now.toISOString()}::timestamptz`
  const found = await db.execute(sql`
    with dated as (
      select a.id, a.title, d.starts_at, ${pointOf('latitude')} as latitude, ${pointOf('longitude')} as longitude
      from activities a join occurrences d on d.activity_id = a.id
      where ${isPublic} and d.ends_at > ${at} and ${takesPlace} and ${pointOf('latitude')} is not null),
    fresh as (select * from dated where id = any (${sql.param(activityIds)}::uuid[])),
    pairs as (
      select least(fresh.id, other.id) as first_id, greatest(fresh.id, other.id) as second_id,
        111195 * sqrt(power(fresh.latitude - other.latitude, 2)
          + power((fresh.longitude - other.longitude) * cos(radians(fresh.latitude)), 2)) as metres,
        similarity(lower(fresh.title), lower(other.title)) as likeness
      from fresh join dated other on other.id <> fresh.id
        and other.starts_at between fresh.starts_at - ${alike.minutes} * interval '1 minute'
          and fresh.starts_at + ${alike.minutes} * interval '1 minute')
    insert into duplicate_candidates (first_id, second_id, metres, likeness, found_at)
    select first_id, second_id, min(metres), max(likeness), ${at} from pairs
    where metres < ${alike.metres} and likeness > ${alike.titles} group by 1, 2
    on conflict (tenant_id, first_id, second_id) do nothing
    returning id`)
  return found.length
}
