import 'server-only'
import { inArray, type SQL, sql } from 'drizzle-orm'
import { journal, letterChoices, letters, notices, people } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { enqueue } from '../../jobs/commands'
import {
  categoryFor,
  type EventLetterKind,
  isEventLetter,
  readers,
  readersTold,
  tellingOf,
} from '../../mail/rules'
import { categories, mailTimes, usualFrequency } from '../rules'
import { type Event, findEvent, readersOf } from './queries'
import { tellStrangers } from './registrants/commands'
import { guestsAmong, type Named, registrantsNamed } from './registrants/queries'

/** Committed every so many people: an event for a whole city holds nobody up while it is told. */
const atATime = 5000

/**
 * Notes for each person an event concerns that they are to be told of it, once, whatever number of times this is asked.
 * What is to be told by letter leaves with a letter when its hour has come.
 */
export async function tell(tenant: Tenant, eventId: string, now: Date): Promise<void> {
  const event = await inTenant(tenant, (db) => findEvent(db, eventId))
  if (!event) return
  for (let after: string | null = nobody; after;) {
    const from: string = after
    after = await inTenant(tenant, (db) => tellSome(db, tenant, event, { after: from, now }))
  }
  await tellStrangers(tenant, event, now)
  await inTenant(tenant, (db) => enqueue(db, 'letters.carry', {}, 'now'))
}

const namedAtATime = 500

/** The same for registrations of a few seconds, by the ids of what was written of them: a crowd is told in one go. */
export async function tellTogether(tenant: Tenant, eventIds: string[], now: Date): Promise<void> {
  const events = await inTenant(tenant, (db) =>
    db.select().from(journal).where(inArray(journal.id, eventIds)),
  )
  for (const kind of new Set(events.map((event) => event.kind).filter(isEventLetter))) {
    const named = events.filter((event) => event.kind === kind).flatMap(namedIn)
    for (let from = 0; from < named.length; from += namedAtATime)
      await tellNamed(tenant, kind, named.slice(from, from + namedAtATime), now)
  }
  await inTenant(tenant, (db) => enqueue(db, 'letters.carry', {}, 'now'))
}

const namedIn = ({ id, detail }: typeof journal.$inferSelect): Named[] =>
  (detail as { registrations: string[] }).registrations.map((registrationId) => ({
    eventId: id,
    registrationId,
  }))

/** Planned anew each time: while a crowd arrives its table is larger by the minute than any plan that is kept knows. */
async function tellNamed(tenant: Tenant, kind: EventLetterKind, named: Named[], now: Date): Promise<void> {
  const guests = await inTenant(tenant, async (db) => {
    await db.execute(sql`set local plan_cache_mode = force_custom_plan`)
    await note(db, tenant, { kind, readers: registrantsNamed(named), due: now, now })
    return guestsAmong(db, named)
  })
  const withGuests = named.filter(({ registrationId }) => guests.has(registrationId))
  for (const id of new Set(withGuests.map(({ eventId }) => eventId))) await tell(tenant, id, now)
}

const nobody = '00000000-0000-0000-0000-000000000000'

type Turn = { after: string; now: Date }

/** The next people in the order of their ids; the last of them, or null when there are no more. */
async function tellSome(db: Db, tenant: Tenant, event: Event, { after, now }: Turn): Promise<string | null> {
  const { haste = null } = tellingOf(event.kind)
  const to = readersTold(event.kind, event.detail)
  const { atOnce } = mailTimes(now, tenant.timeZone)
  const alone = aloneOf(event, haste === 'by_day' ? atOnce : now)
  const readers = sql`
    select everyone.person_id, everyone.reader, ${event.id}::uuid as event_id, ${event.aboutId}::uuid as about_id,
      ${at(event.at)} as at, ${alone.bundle}::text as bundle
    from (${readersOf(event, to, { after, most: atATime })}) everyone`
  const told = await note(db, tenant, { kind: event.kind, readers, due: alone.due, now })
  return told.count < atATime ? null : told.last
}

const at = (date: Date) => sql`${date.toISOString()}::timestamptz`

type Noting = { kind: EventLetterKind; readers: SQL; due: Date; now: Date }

/**
 * Writes a notice for each reader and event, and when a letter about it leaves. `bundle` is what a reader's letter about
 * something they did themselves is known by, `due` when that one leaves.
 */
async function note(db: Db, tenant: Tenant, { kind, readers, due, now }: Noting) {
  const { isReceipt = false, isOwed = false, haste = null } = tellingOf(kind)
  const times = mailTimes(now, tenant.timeZone)
  const isOwn = isReceipt ? sql`reader.reader in ('author', 'co_carrier')` : sql`${haste !== null}`
  const [told] = await db.execute<{ count: number; last: string | null }>(sql`
    with reader as materialized (
      ${readers}
    ), wish as materialized (
      select reader.*, ${categoryOf(kind)} as category, (p.wants_mail or ${isOwed}) and p.email is not null as by_mail
      from reader join ${people} p on p.id = reader.person_id and p.deleted_at is null
    ), chosen as (
      select reader.*, case when ${isOwed} then 'at_once' else coalesce(choice.frequency, ${usual}) end as frequency, ${isOwn} as is_receipt
      from wish reader left join ${letterChoices} choice
        on choice.person_id = reader.person_id and choice.category = reader.category
    ), noted as (
      insert into ${notices} (event_id, person_id, about_id, reader, category, at, bundle, mail_due_at)
      select event_id, person_id, about_id, reader, category, at,
        case when not by_mail or frequency = 'never' then null when is_receipt then bundle
          when frequency in ('daily', 'weekly') then frequency else about_id::text end,
        case when not by_mail or frequency = 'never' then null when is_receipt then ${at(due)}
          when frequency = 'daily' then ${at(times.daily)} when frequency = 'weekly' then ${at(times.weekly)}
          when ${alreadyWritten(at(times.sendingDay), at(times.dayAfter))} then ${at(times.dayAfter)}
          else ${at(times.atOnce)} end
      from chosen on conflict do nothing)
    select count(*)::int as count, max(person_id::text) as last from reader`)
  return told!
}

/** Several dates of one activity that one gesture changed make one letter: it waits until all of them are noted. */
function aloneOf({ id, at, detail }: Event, due: Date): { bundle: string; due: Date } {
  const { activityId, together = 1 } = (detail ?? {}) as { activityId?: string; together?: number }
  if (!activityId || together < 2) return { bundle: id, due }
  return { bundle: activityId, due: new Date(Math.max(due.getTime(), at.getTime() + 120_000)) }
}

/** Whether a letter about the same thing leaves, or has left, on the day on which this one would. */
function alreadyWritten(from: SQL, until: SQL): SQL {
  return sql`exists (
    select from ${notices} other where other.person_id = chosen.person_id and other.about_id = chosen.about_id
      and other.bundle = chosen.about_id::text and other.letter_id is not null
      and other.mail_due_at >= ${from} and other.mail_due_at < ${until})`
}

function categoryOf(kind: EventLetterKind): SQL {
  const cases = readers.map((reader) => sql`when ${reader} then ${categoryFor(kind, reader)}`)
  return sql`case reader.reader ${sql.join(cases, sql` `)} end`
}

const usual = sql`case reader.category ${sql.join(
  categories.map((category) => sql`when ${category} then ${usualFrequency[category]}`),
  sql` `,
)} end`

const lettersAtATime = 2000

/**
 * Makes letters of what is due: one for each person and thing, however much has happened to it, one for each person and
 * day or week of what they want gathered. Returns whether there is more. Notices are found again by their key: however
 * little Postgres knows yet of a table that has just grown, it reads no other.
 */
export function bundle(tenant: Tenant, now: Date): Promise<boolean> {
  return inTenant(tenant, async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('letters'), hashtext(${tenant.id}))`)
    const instant = now.toISOString()
    const [made] = await db.execute<{ seen: number }>(sql`
      with due as materialized (
        select event_id, person_id, bundle from ${notices}
        where letter_id is null and mail_due_at is not null and mail_due_at <= ${instant}::timestamptz
        order by person_id fetch first ${lettersAtATime} rows with ties
      ), pile as materialized (
        select gen_random_uuid() as id, person_id, bundle, array_agg(event_id order by event_id) as event_ids
        from due group by person_id, bundle
      ), made as (
        insert into ${letters} (id, key, kind, person_id, locale, detail, priority, queued_at, due_at)
        select pile.id, 'notices:' || pile.person_id || ':' || event_ids[1], 'notices', pile.person_id,
          coalesce(p.locale, ${tenant.locales[0]!}), jsonb_build_object('bundle', pile.bundle),
          case when pile.bundle in ('daily', 'weekly') then 2 when pile.bundle = event_ids[1]::text then 0 else 1 end,
          ${instant}::timestamptz, ${instant}::timestamptz
        from pile join ${people} p on p.id = pile.person_id
      ), packed as (
        update ${notices} n set letter_id = told.id
        from (select id, person_id, unnest(event_ids) as event_id from pile) told
        where n.event_id = told.event_id and n.person_id = told.person_id)
      select count(*)::int as seen from due`)
    return made!.seen >= lettersAtATime
  })
}
