import 'server-only'
import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { callAnswers, calls, organisations, people, volunteers } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { type Acting, actsAs } from '../../../people/rules'
import { announcementsOfCall } from '../announcing/queries'
import { speaksFor } from '../../organisations/queries'

type City = { id: string }
type Person = Acting & { id: string }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Partners of the city for whom somebody speaks. */
export async function partnersOf(db: Db, personId: string) {
  return (await speaksFor(db, personId)).filter(({ trust }) => trust >= 3)
}

type Whereabouts = { organisationId: string | null; districtCode: string | null }

/** Whether somebody may ask volunteers: for the city where they act for it, or for a partner they speak for. */
export async function mayOpen(
  db: Db,
  person: Person,
  { organisationId, districtCode }: Whereabouts,
): Promise<boolean> {
  if (organisationId === null) return actsAs(person, 'area_admin', { districtCode })
  return (await partnersOf(db, person.id)).some(({ id }) => id === organisationId)
}

/** Whether somebody may read what became of it, and end it: those who could have opened it, and the city where it is. */
export async function mayCall(db: Db, person: Person, where: Whereabouts): Promise<boolean> {
  return actsAs(person, 'area_admin', where) || mayOpen(db, person, where)
}

/** For whom somebody may ask, and what was asked so far; null for who may ask for nobody. */
export function findCallDesk(tenant: City, person: Person) {
  return inTenant(tenant, async (db) => {
    const partners = await partnersOf(db, person.id)
    const isCity = actsAs(person, 'area_admin')
    if (!isCity && partners.length === 0) return null
    const rows = await db
      .select({ ...listed, organisation: organisations.name })
      .from(calls)
      .leftJoin(organisations, eq(organisations.id, calls.organisationId))
      .where(
        isCity
          ? undefined
          : inArray(
              calls.organisationId,
              partners.map(({ id }) => id),
            ),
      )
      .orderBy(desc(calls.openedAt))
      .limit(50)
    const ready = sql<number>`count(*) filter (where ${volunteers.stoppedAt} is null)::int`
    const [counted] = await db.select({ ready }).from(volunteers)
    const shown = rows.filter(
      ({ districtCode, organisationId }) =>
        actsAs(person, 'area_admin', { districtCode }) || partners.some(({ id }) => id === organisationId),
    )
    return { isCity, partners, calls: shown, ready: counted!.ready }
  })
}
export type CallDesk = NonNullable<Awaited<ReturnType<typeof findCallDesk>>>

const listed = {
  id: calls.id,
  title: calls.title,
  organisationId: calls.organisationId,
  districtCode: calls.districtCode,
  onDay: calls.onDay,
  part: calls.part,
  seats: calls.seats,
  seatsTaken: calls.seatsTaken,
  expiresAt: calls.expiresAt,
  closedAt: calls.closedAt,
}

/** What became of a call: who comes, who waits, how many were asked and said what. */
export function findCallReport(tenant: City, callId: string, person: Person) {
  if (!uuid.test(callId)) return Promise.resolve(null)
  return inTenant(tenant, async (db) => {
    const [call] = await db.select().from(calls).where(eq(calls.id, callId))
    if (!call || !(await mayCall(db, person, call))) return null
    const rows = await db
      .select({
        id: callAnswers.id,
        state: callAnswers.state,
        because: callAnswers.because,
        name: people.name,
        skills: volunteers.skills,
        wontDo: volunteers.wontDo,
      })
      .from(callAnswers)
      .leftJoin(people, eq(people.id, callAnswers.personId))
      .leftJoin(volunteers, eq(volunteers.personId, callAnswers.personId))
      .where(eq(callAnswers.callId, callId))
      .orderBy(asc(callAnswers.answeredAt), asc(callAnswers.id))
    const of = (state: string) => rows.filter((one) => one.state === state)
    const counts = {
      asked: rows.length,
      silent: of('asked').length,
      no: of('declined').length + of('stopped').length,
    }
    const announcements = await announcementsOfCall(db, callId)
    return { call, coming: of('coming'), waiting: of('waiting'), counts, announcements }
  })
}
export type CallReport = NonNullable<Awaited<ReturnType<typeof findCallReport>>>
