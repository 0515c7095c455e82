import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import {
  activities,
  occurrences,
  organisations,
  people,
  positions,
  registrations,
  schedules,
} from '../../../../drizzle/schema'
import type { DemoProgramme } from '../../../../tenants/activities'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { guestKeyOf, sealGuest } from '../../../agir/registrations/links/queries'
import { daysBefore } from '../rules'
import { drawScene } from '../scenes/commands'
import { type PlantedActivity, plantedActivity } from './rules'

type Ground = { tenant: Tenant; people: string[]; actorIds: string[]; now: Date }
type Coming = typeof registrations.$inferInsert

/** Announces what there is to do in a demo city, with those who come, and draws what some of it looks like. */
export async function plantActivities(
  db: Db,
  { tenant, people: known, actorIds, now }: Ground,
  programme: DemoProgramme,
): Promise<void> {
  const names = await db.select({ id: organisations.id, name: organisations.name }).from(organisations)
  const organisationOf = new Map(names.map(({ id, name }) => [name, id]))
  const planted = programme.activities.map((item, place) => {
    const organiserId = actorIds[item.organiser ?? -1] ?? known[place % known.length]!
    const organisationId = organisationOf.get(item.by ?? '') ?? null
    return plantedActivity(item, { tenant, organisationId, organiserId, now })
  })
  for (const { row, item } of planted) if (item.image) await depict(tenant, row, item.image)
  await db.insert(activities).values(planted.map(({ row }) => row))
  await db.insert(schedules).values(planted.flatMap(({ schedule }) => schedule ?? []))
  const dates = planted.flatMap((one) => one.dates)
  await db.insert(occurrences).values(dates.map(({ occurrence }) => occurrence))
  await db.insert(positions).values(dates.flatMap(({ position, others }) => [position, ...others]))
  const comers = [...(await settleComers(db, tenant, programme.people, now)), ...known]
  for (const [place, one] of planted.entries())
    await letThemCome(db, one, { comers, guest: guestAt(tenant, place), now })
}

type Scene = NonNullable<PlantedActivity['item']['image']>

async function depict(tenant: Tenant, row: PlantedActivity['row'], { scene, alt }: Scene): Promise<void> {
  const { file } = await drawScene(tenant, scene, row.title!)
  Object.assign(row, { image: file, imageAlt: alt })
}

async function settleComers(db: Db, { locales }: Tenant, names: string[], now: Date): Promise<string[]> {
  const rows = names.map((name, place) => ({
    name,
    locale: locales[0]!,
    assurance: 'A1' as const,
    birthYear: 1962 + ((place * 5) % 40),
    wantsMail: false,
    joinedAt: daysBefore(now, 120),
  }))
  const settled = await db.insert(people).values(rows).returning({ id: people.id })
  return settled.map(({ id }) => id)
}

type Comers = { comers: string[]; guest: Partial<Coming> | null; now: Date }
const guests = ['Nour Haddad', 'Jules Perrin', 'Salomé Weiss', 'Idir Benali']

/** At every third activity somebody comes without an account. */
function guestAt(tenant: Tenant, place: number): Partial<Coming> | null {
  if (place % 3 > 0) return null
  const name = guests[(place / 3) % guests.length]!
  const email = `${name
    .split(' ')[0]!
    .normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()}@exemple.fr`
  const known = { guestKey: guestKeyOf(tenant, email), guestSealed: sealGuest(tenant, { name, email }) }
  return { personId: null, ...known, guestLocale: tenant.locales[0]! }
}

/** Where each request is answered, how many still wait for it. */
const unanswered = 2

/** Those who come to the first date that takes place: in parties until the seats are taken, then those who wait. */
async function letThemCome(
  db: Db,
  { item, dates }: PlantedActivity,
  { comers, guest, now }: Comers,
): Promise<void> {
  const held = dates.find(({ occurrence }) => occurrence.state === 'scheduled')
  if (!held || item.taken === 0) return
  const { id: positionId, activityId, occurrenceId } = held.position
  const of = { activityId, occurrenceId, positionId }
  const seated = partiesOf(item.taken, item.party, comers.length)
  const coming = (turn: number): Coming => ({
    ...of,
    personId: comers[turn % comers.length]!,
    state: 'confirmed',
    requestId: randomUUID(),
    at: daysBefore(now, 2 - turn / 20),
    changedAt: daysBefore(now, 2 - turn / 20),
  })
  const rows = seated.map((partySize, turn) => ({
    ...coming(turn),
    partySize,
    ...(item.registration === 'approval' && turn >= seated.length - unanswered && asking(now)),
    ...(turn === 1 && guest),
  }))
  const waiting = Array.from(
    { length: Math.min(item.waiting, comers.length - seated.length) },
    (_, turn) => ({
      ...coming(seated.length + turn),
      state: 'waitlisted' as const,
    }),
  )
  await db.insert(registrations).values([...rows, ...waiting])
  const taken = seated.reduce((sum, size) => sum + size, 0)
  await db
    .update(positions)
    .set({ seatsTaken: taken, waitingCount: waiting.length })
    .where(eq(positions.id, positionId))
}

/** Their seat is kept for them for a few days more. */
const asking = (now: Date) => ({ state: 'pending' as const, holdExpiresAt: daysBefore(now, -5) })

/** So many seats, by as few people as there are. */
function partiesOf(seats: number, largest: number, people: number): number[] {
  const sizes: number[] = []
  for (let left = seats; left > 0 && sizes.length < people; left -= sizes.at(-1)!)
    sizes.push(Math.min(left, largest, 1 + (sizes.length % Math.max(1, largest))))
  return sizes
}
