import 'server-only'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import {
  activities,
  appeals,
  carriers,
  consultations,
  decisions,
  follows,
  grants,
  ideas,
  interests,
  journal,
  studies,
} from '../../../drizzle/schema'
import type { Db } from '../../db'
import type { Happening } from '../../journal/rules'
import { type EventLetterKind, isEventLetter, type Reader, readers, tellingOf } from '../../mail/rules'
import type { GrantedRole } from '../../people/rules'
import { registrantsOf } from './registrants/queries'

export type Told = {
  id: string
  kind: EventLetterKind
  aboutId: string
  byId: string | null
  detail: unknown
}

export type Event = Told & { at: Date }

/** What happened, where it is told to anybody. */
export async function findEvent(db: Db, eventId: string): Promise<Event | null> {
  const [event] = await db.select().from(journal).where(eq(journal.id, eventId))
  if (!event || !isEventLetter(event.kind)) return null
  const { unlessWith } = tellingOf(event.kind)
  if (unlessWith && (await happenedWith(db, event, unlessWith))) return null
  return { ...event, kind: event.kind }
}

async function happenedWith(
  db: Db,
  { aboutId, writtenIn }: typeof journal.$inferSelect,
  kind: Happening,
): Promise<boolean> {
  const together = and(eq(journal.aboutId, aboutId), eq(journal.kind, kind), eq(journal.writtenIn, writtenIn))
  return (await db.$count(journal, together)) > 0
}

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
  author: (event) =>
    sql`select author_id from ${ideas} where id = ${event.aboutId} and ${isToHear(event, sql`author_id`)}`,
  co_carrier: (event) =>
    sql`select person_id from ${carriers} where idea_id = ${event.aboutId} and ${isToHear(event, sql`person_id`)}`,
  named: ({ detail }) => {
    const { tell } = detail as { tell?: string[] }
    return sql`select unnest(${`{${(tell ?? []).join(',')}}`}::text::uuid[])`
  },
  moderators: (event) => nearest(event, ['moderator'], ['area_admin'], ['admin', 'owner']),
  instructors: (event) => staff(event, ['instructor']),
  signatories: (event) => staff(event, ['signatory']),
  area_admins: (event) => nearest(event, ['area_admin'], ['admin', 'owner']),
  admins: (event) => staff(event, ['admin', 'owner']),
  dpos: (event) => staff(event, ['dpo']),
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

/** Nobody is told what they did themselves, but by the receipt of it. */
function isToHear({ kind, byId }: Told, person: SQL): SQL {
  return tellingOf(kind).isReceipt ? sql`true` : sql`${person} is distinct from ${byId}::uuid`
}

/** Those of the first of these roles that anybody holds where the thing is. */
function nearest(event: Told, first: GrantedRole[], ...others: GrantedRole[][]): SQL {
  const [next, ...further] = others
  if (!next) return staff(event, first)
  return sql`select person_id from (${staff(event, first)}) nearer
    union all select person_id from (${nearest(event, next, ...further)}) farther (person_id)
      where not exists (${staff(event, first)})`
}

type Place = {
  departmentId?: string | null
  districtCode?: string | null
  secondDistrictCode?: string | null
  themeId?: string | null
}

/** Those who hold such a role now, where the thing is: everywhere, in its district, for its theme or in the department
 * named; who examines or signs for a department hears of what none has taken yet. */
function staff(event: Told, roles: readonly GrantedRole[]): SQL {
  const { aboutId, byId, detail } = event
  const { departmentId = null, ...told } = (detail ?? {}) as Place
  const { districtCode = null, secondDistrictCode = null, themeId = null } = told
  return sql`
    select g.person_id from ${grants} g left join ${ideas} idea on idea.id = ${aboutId}
      left join ${consultations} asked on asked.id = ${aboutId}
      left join ${activities} held on held.id = ${aboutId}
    where g.role = any (${list(roles)}) and g.person_id is distinct from ${byId}::uuid
      and g.revoked_at is null and g.starts_at <= now() and (g.ends_at is null or g.ends_at > now())
      and ${isToJudge(event, sql`g.person_id`)}
      and (g.scope_kind = 'city'
        or g.scope_kind = 'district' and g.scope_value in (coalesce(idea.district_code, asked.district_code, held.district_code, ${districtCode}::text), coalesce(idea.second_district_code, ${secondDistrictCode}::text))
        or g.scope_kind = 'theme' and g.scope_value = coalesce(idea.theme_id, asked.theme_id, ${themeId}::text)
        or g.scope_kind = 'department' and (g.scope_value = ${departmentId}::text or g.role in ('instructor', 'signatory') and not exists (
          select from ${studies} s where s.idea_id = ${aboutId} and s.department_id <> g.scope_value)))`
}

/** What is appealed against is read by others than who decided it, or whom it is about. */
function isToJudge({ kind, aboutId, detail }: Told, person: SQL): SQL {
  if (kind !== 'appeal_filed' && kind !== 'appeal_to_read') return sql`true`
  const { notTo = [] } = (detail ?? {}) as { notTo?: string[] }
  return sql`${person} <> all (${list(notTo)}::uuid[]) and not exists (
    select from (
      select a.first_reader_id, a.second_reader_id from ${appeals} a
        join ${decisions} d on d.id = a.decision_id and d.subject_id = ${aboutId}
      order by a.at desc limit 1) filed
    where ${person} in (filed.first_reader_id, filed.second_reader_id))`
}

const list = (roles: readonly string[]) => sql`${`{${roles.join(',')}}`}::text[]`

/** On a sphere: near enough over a few kilometres, and it needs no extension. */
const metresBetween = sql`12742000 * asin(sqrt(
  sin(radians(idea.latitude - i.latitude) / 2) ^ 2
  + cos(radians(i.latitude)) * cos(radians(idea.latitude)) * sin(radians(idea.longitude - i.longitude) / 2) ^ 2))`
