import 'server-only'
import { sql } from 'drizzle-orm'
import type { Db } from '../../db'

type Reader = { personId: string | null; isModerator: boolean }

/**
 * Whether everyone may see a picture of what people do together and of those who do it; what waits to be read is for
 * those who sent it and for who reads it.
 */
export async function sightOfActing(
  db: Db,
  file: string,
  { personId, isModerator }: Reader,
): Promise<'public' | 'private' | null> {
  const [shown] = await db.execute(sql`
    select from activities where image = ${file} and publication <> 'unpublished' and moderation = 'approved'
    union all select from initiatives where image = ${file} and state in ('active', 'ended')
    union all select from organisations where logo = ${file} and state in ('active', 'leaving')
    union all select from news_images i join news n on n.id = i.news_id where i.file = ${file} and n.state = 'published'
    limit 1`)
  if (shown) return 'public'
  const [held] = await db.execute<{ isOwn: boolean | null; isSent: boolean }>(sql`
    select bool_or(by_id = ${personId}::uuid
      or exists (select from memberships m where m.organisation_id = held.organisation_id
        and m.person_id = ${personId}::uuid and m.state = 'active')
      or exists (select from initiative_people k where k.initiative_id = held.initiative_id
        and k.person_id = ${personId}::uuid and k.role = 'keeper' and k.ended_at is null)) as "isOwn", bool_or(is_sent) as "isSent"
    from (
      select organiser_id as by_id, organisation_id, null::uuid as initiative_id, moderation <> 'draft' as is_sent
        from activities where image = ${file}
      union all select a.organiser_id, a.organisation_id, null, true from activity_revisions r
        join activities a on a.id = r.activity_id where r.state = 'waiting' and r.wish ->> 'image' = ${file}
      union all select created_by_id, organisation_id, id, state <> 'draft' from initiatives where image = ${file}
      union all select created_by_id, organisation_id, id, true from initiatives where wish ->> 'image' = ${file}
      union all select created_by_id, id, null, state <> 'draft' from organisations where logo = ${file}
      union all select created_by_id, id, null, true from organisations where wish ->> 'logo' = ${file}
      union all select n.by_id, a.organisation_id, n.initiative_id, n.state <> 'draft' from news_images i join news n on n.id = i.news_id
        left join activities a on a.id = n.activity_id where i.file = ${file}
    ) held having count(*) > 0`)
  if (!held) return null
  return held.isOwn || (isModerator && held.isSent) ? 'private' : null
}
