import 'server-only'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { callAnnouncements, callAnswers, calls, organisations, volunteers } from '../../../../drizzle/schema'
import { exchangesOf } from '../../../../tenants/exchanges'
import type { Tenant } from '../../../../tenants/tenant'
import { endOf } from '../../../agir/calls/rules'
import { skills, slots } from '../../../agir/volunteers/rules'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; people: string[]; actorIds: string[]; now: Date }
const most = 14

/** Some of the people of a demo city offer their help; a call is open, to which some said yes and one is yet to answer. */
export async function plantVolunteers(db: Db, { tenant, people, actorIds, now }: Ground): Promise<void> {
  const wish = exchangesOf[tenant.id]?.call
  const asked = wish && actorIds[wish.asked]
  if (!wish || !asked) return
  const ready = [asked, ...people.slice(0, most)]
  await db.insert(volunteers).values(ready.map((personId, place) => offerOf(tenant, personId, place, now)))
  const [partner] = await db
    .select({ id: organisations.id, byId: organisations.createdById })
    .from(organisations)
    .where(eq(organisations.name, wish.by))
  const { title, body, meeting, district, skills: needed, part, seats, coming } = wish
  const openedAt = daysBefore(now, 0.1)
  const onDay = dayIn(tenant, now, wish.in)
  const asking = { title, body, meeting, part, seats, onDay, districtCode: district, skills: needed }
  const [call] = await db
    .insert(calls)
    .values({
      ...{
        ...asking,
        locale: tenant.locales[0]!,
        minAge: 18,
        seatsTaken: coming,
        openedAt,
        lastWaveAt: openedAt,
      },
      ...{ organisationId: partner?.id ?? null, byId: partner?.byId ?? null },
      expiresAt: endOf({ onDay, part }, tenant.timeZone),
    })
    .returning({ id: calls.id })
  const { ago, body: told } = wish.announcement
  const said = { callId: call!.id, byId: partner?.byId ?? null, body: told }
  await db.insert(callAnnouncements).values({ ...said, at: daysBefore(now, ago / 24) })
  const because = ['near', `skill:${needed[0]!}`, 'slot']
  await db.insert(callAnswers).values(
    ready.slice(0, coming + 1).map((personId, place) => ({
      ...{ callId: call!.id, personId, because, askedAt: openedAt },
      ...(place > 0 && { state: 'coming' as const, answeredAt: daysBefore(now, 0.1 - place / 100) }),
    })),
  )
}

function offerOf(tenant: Tenant, personId: string, place: number, now: Date): typeof volunteers.$inferInsert {
  const { districts } = tenant.territory
  const at = daysBefore(now, 60 - place)
  return {
    personId,
    districtCode: districts[(place * 3) % districts.length]!.code,
    radiusKm: [null, 5, 10, 2][place % 4]!,
    birthYear: 1960 + ((place * 7) % 40),
    skills: skills.filter((_, turn) => (turn + place) % 4 === 0),
    availability: slots.filter((_, turn) => (turn + place) % 3 !== 1),
    languages: [...tenant.locales],
    ...{ createdAt: at, changedAt: at },
  }
}

function dayIn(tenant: Tenant, now: Date, days: number): string {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(tenant.timeZone)
  return today.toPlainDate().add({ days }).toString()
}
