import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import {
  activities,
  carriers,
  consultations,
  follows,
  grants,
  ideas,
  interests,
  studies,
} from '../../../drizzle/schema'
import type { GrantedRole } from '../../people/rules'
import { type Reader, readers } from '../../mail/rules'
import { registrantsOf } from './registrants/queries'

export type Told = { id: string; aboutId: string; byId: string | null; detail: unknown }

type Stretch = { after: string; most: number }

/**
 * The next of those whom an event concerns, in the order of their ids, each once and as what they are nearest to it. No
 * more is read of any kind of reader than may be needed: each stretch of a large crowd costs what the first one did.
 */
export function readersOf(event: Told, to: readonly Reader[], { after, most }: Stretch): SQL {
  const parts = to.map((reader) => {
    const rank = readers.indexOf(reader)
    const everyone = sql`(${peopleWho[reader](event)}) ${sql.identifier(reader)} (person_id)`
    return sql`select person_id, ${rank}::int as rank from (
      select distinct person_id from ${everyone} where person_id > ${after} order by person_id limit ${most}) stretch`
  })
  return sql`select person_id, (${`{${readers.join(',')}}`}::text[])[min(rank) + 1] as reader
    from (${sql.join(parts, sql` union all `)}) everyone
    group by person_id order by person_id limit ${most}`
}

const peopleWho: Record<Reader, (event: Told) => SQL> = {
  author: ({ aboutId }) => sql`select author_id from ${ideas} where id = ${aboutId}`,
  co_carrier: ({ aboutId }) => sql`select person_id from ${carriers} where idea_id = ${aboutId}`,
  named: ({ detail }) => {
    const { tell } = detail as { tell?: string[] }
    return sql`select unnest(${`{${(tell ?? []).join(',')}}`}::text::uuid[])`
  },
  moderators: (event) => staff('moderator', event),
  instructors: (event) => staff('instructor', event),
  signatories: (event) => staff('signatory', event),
  area_admins: (event) => sql`select person_id from (${staff('area_admin', event)}) heads
    union all select person_id from (${staff('admin', event)}) everywhere (person_id)
      where not exists (${staff('area_admin', event)})`,
  admins: (event) => staff('admin', event),
  dpos: (event) => staff('dpo', event),
  followers: ({ aboutId, byId }) =>
    sql`select person_id from ${follows} where idea_id = ${aboutId} and person_id is distinct from ${byId}::uuid`,
  neighbours: ({ aboutId, byId }) => sql`
    select i.person_id from ${interests} i join ${ideas} idea on idea.id = ${aboutId}
    where i.person_id is distinct from ${byId}::uuid and idea.author_id is distinct from i.person_id and (
      i.kind = 'theme' and i.value = idea.theme_id
      or i.kind = 'district' and i.value in (idea.district_code, idea.second_district_code)
      or i.kind = 'place' and ${metresBetween} <= i.radius_metres)`,
  companions: ({ aboutId, byId }) => sql`
    select i.person_id from ${interests} i join ${activities} announced on announced.id = ${aboutId}
    where i.kind = 'organisation' and i.value = announced.organisation_id::text
      and i.person_id is distinct from ${byId}::uuid and announced.organiser_id is distinct from i.person_id
    union all
    select k.person_id from initiative_people k left join ${activities} announced on announced.id = ${aboutId}
    where k.ended_at is null and k.initiative_id in (announced.initiative_id, ${aboutId}::uuid)
      and k.person_id is distinct from ${byId}::uuid and announced.organiser_id is distinct from k.person_id`,
  registered: registrantsOf,
  consulted: ({ aboutId, byId }) => sql`
    select i.person_id from ${interests} i join ${consultations} asked on asked.id = ${aboutId}
    where i.person_id is distinct from ${byId}::uuid and (
      i.kind = 'consultations'
      or i.kind = 'consultation' and i.value = asked.id::text
      or i.kind = 'theme' and i.value = asked.theme_id
      or i.kind = 'district' and i.value = asked.district_code)`,
}

/** Those who hold the role now, where the thing is: everywhere, in its district, for its theme or in the department
 * named; who examines for a department hears of what none has taken yet. */
function staff(role: GrantedRole, { aboutId, byId, detail }: Told): SQL {
  const { departmentId = null } = detail as { departmentId?: string | null }
  return sql`
    select g.person_id from ${grants} g left join ${ideas} idea on idea.id = ${aboutId}
      left join ${consultations} asked on asked.id = ${aboutId}
      left join ${activities} held on held.id = ${aboutId}
    where g.role = ${role} and g.person_id is distinct from ${byId}::uuid
      and g.revoked_at is null and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
      and (g.scope_kind = 'city'
        or g.scope_kind = 'district' and g.scope_value in (coalesce(idea.district_code, asked.district_code, held.district_code), idea.second_district_code)
        or g.scope_kind = 'theme' and g.scope_value = coalesce(idea.theme_id, asked.theme_id)
        or g.scope_kind = 'department' and (g.scope_value = ${departmentId}::text or ${role} = 'instructor' and not exists (
          select from ${studies} s where s.idea_id = ${aboutId} and s.department_id <> g.scope_value)))`
}

/** On a sphere: near enough over a few kilometres, and it needs no extension. */
const metresBetween = sql`12742000 * asin(sqrt(
  sin(radians(idea.latitude - i.latitude) / 2) ^ 2
  + cos(radians(i.latitude)) * cos(radians(idea.latitude)) * sin(radians(idea.longitude - i.longitude) / 2) ^ 2))`
