import 'server-only'
import { sql } from 'drizzle-orm'
import { activities, consultations, interests, notices } from '../../../../drizzle/schema'
import type { Db } from '../../../db'

/**
 * By which of the things they follow somebody was told what a letter says, the narrowest first: the consultation itself
 * before its theme, its district, and all there are. By the letter; those sent for another reason are not there.
 */
export async function followedBehind(db: Db, letterIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.execute<{ letterId: string; interestId: string }>(sql`
    select distinct on (notice.letter_id) notice.letter_id as "letterId", i.id as "interestId"
    from ${notices} notice join ${interests} i on i.person_id = notice.person_id
      left join ${consultations} asked on asked.id = notice.about_id and notice.reader = 'consulted'
      left join ${activities} announced on announced.id = notice.about_id and notice.reader = 'companions'
    where notice.letter_id = any (${`{${letterIds.join(',')}}`}::text::uuid[]) and (
      asked.id is not null and (
        i.kind = 'consultation' and i.value = asked.id::text
        or i.kind = 'consultations'
        or i.kind = 'theme' and i.value = asked.theme_id
        or i.kind = 'district' and i.value = asked.district_code)
      or i.kind = 'organisation' and i.value = announced.organisation_id::text)
    order by notice.letter_id,
      array_position(array['consultation', 'organisation', 'theme', 'district', 'consultations'], i.kind), i.id`)
  return new Map(rows.map(({ letterId, interestId }) => [letterId, interestId]))
}
