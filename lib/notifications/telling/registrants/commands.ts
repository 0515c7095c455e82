import 'server-only'
import { sql } from 'drizzle-orm'
import { letters, registrations } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { inTenant } from '../../../db'
import { type EventLetterKind, readersTold, tellingOf } from '../../../mail/rules'
import { mailTimes } from '../../rules'
import { guestsOf } from './queries'

type Event = { id: string; kind: EventLetterKind; aboutId: string; at: Date; detail: unknown }
type Said = { activityId?: string; batch?: string; together?: number; registrations?: string[] }

const at = (date: Date) => sql`${date.toISOString()}::timestamptz`

/** Those without an account are told of the same things by the same letters, each once; so is who has to agree for a minor. */
export async function tellStrangers(tenant: Tenant, event: Event, now: Date): Promise<void> {
  if (!readersTold(event.kind, event.detail).includes('registered')) return
  await tellGuests(tenant, event, now)
  if (event.kind === 'registration_needs_guardian') await askGuardians(tenant, event, now)
}

/** What one gesture changed together makes one letter, which waits until all of it is noted. */
function tellGuests(tenant: Tenant, event: Event, now: Date): Promise<void> {
  const { activityId, batch = '', together = 1 } = (event.detail ?? {}) as Said
  const isOneOfSeveral = activityId !== undefined && together > 1
  const about = isOneOfSeveral ? `${activityId}:${batch}` : event.id
  const hour = tellingOf(event.kind).haste === 'at_once' ? now : mailTimes(now, tenant.timeZone).atOnce
  const due = isOneOfSeveral ? new Date(Math.max(hour.getTime(), event.at.getTime() + 120_000)) : hour
  return inTenant(tenant, async (db) => {
    await db.execute(sql`
      with guest as (${guestsOf(event)}), named as (
        select guest.*, 'guest:' || ${about} || ':' || guest_key as key from guest
      ), due as (
        select named.*, case when exists (
          select from ${letters} l where l.key = named.key and l.state <> 'waiting' and not l.detail -> 'events' ? ${event.id}
        ) then key || ':' || ${event.id} else key end as free_key from named
      )
      insert into ${letters} (key, kind, locale, detail, priority, queued_at, due_at)
      select free_key, 'guest_notice', coalesce(guest_locale, ${tenant.locales[0]!}),
        jsonb_build_object('registrationId', id, 'events', jsonb_build_array(${event.id}::text)), 1, ${at(now)}, ${at(due)}
      from due
      on conflict (tenant_id, key) do update
        set detail = jsonb_set(letters.detail, '{events}', letters.detail -> 'events' || to_jsonb(${event.id}::text))
        where letters.state = 'waiting' and not letters.detail -> 'events' ? ${event.id}`)
  })
}

/** One letter for each seat that is held until a guardian has answered. */
function askGuardians(tenant: Tenant, { detail }: Event, now: Date): Promise<void> {
  const { registrations: named = [] } = (detail ?? {}) as Said
  return inTenant(tenant, async (db) => {
    await db.execute(sql`
      insert into ${letters} (key, kind, locale, detail, priority, queued_at, due_at)
      select 'guardian:' || r.id, 'guardian_consent', coalesce(r.guest_locale, p.locale, ${tenant.locales[0]!}),
        jsonb_build_object('registrationId', r.id), 0, ${at(now)}, ${at(now)}
      from ${registrations} r left join people p on p.id = r.person_id
      where r.id = any (${`{${named.join(',')}}`}::text::uuid[]) and r.state = 'needs_guardian' and r.guardian_sealed is not null
      on conflict do nothing`)
  })
}
