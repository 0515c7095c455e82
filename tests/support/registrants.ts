import { and, eq, isNull } from 'drizzle-orm'
import { expect } from 'vitest'
import { journal, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { noticeLetter } from '@/lib/mail/notice-letter'
import { listTaken } from '@/lib/mail/outbox/queries'
import { publishSubject } from '@/lib/moderation/submissions/commands'
import { tell } from '@/lib/notifications/telling/commands'
import type { Locale } from '@/tenants/tenant'
import { aPerson, aSession } from './factories'
import { lettersOf, noticesOf, paris, someone } from './letters'
import { aDateToJoin, later, now } from './seats'

export async function aNeighbour(locale = 'fr') {
  return aSession(paris, await someone({ locale }))
}
/** Tells of all that happened to these, twice; what somebody was told of them, in the order in which it happened. */
export async function toldTo(personId: string, aboutIds: string[], at = now): Promise<string[]> {
  const events = []
  for (const id of aboutIds)
    events.push(...(await inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, id)))))
  for (const { id } of [...events, ...events]) await tell(paris, id, at)
  const kinds = new Map(events.map(({ id, kind }) => [id, kind]))
  return (await noticesOf(personId)).flatMap(({ eventId }) => kinds.get(eventId) ?? [])
}

/** What the letters say that leave for somebody and tell of this. */
export async function lettersOn(kind: string, personId: string, at: Date, locale: Locale = 'fr') {
  const events = (await noticesOf(personId)).map(({ eventId }) => eventId)
  const written = await lettersOf(events, { at })
  const own = written.filter((one) => one.personId === personId).map(({ letterId }) => letterId)
  const telling = (await listTaken(paris, own)).filter(({ occurrences }) =>
    occurrences.some((told) => told.kind === kind),
  )
  return telling.map((waiting) => noticeLetter({ tenant: paris, locale }, waiting)!)
}

export async function anOrganisersDate(seats = {}, rules = {}) {
  const organiserId = await someone()
  const where = { placeLabel: 'Square Gardette', organiserId, ...rules }
  return { ...(await aDateToJoin(seats, where)), organiserId }
}

/** What waits to be read of an activity, read and let through by a moderator. */
export async function readBySomeone(activityId: string) {
  const open = and(eq(tasks.subjectId, activityId), isNull(tasks.closedAt))
  const [task] = await inTenant(paris, (db) => db.select().from(tasks).where(open))
  const read = { taskId: task!.id, byId: await aPerson(paris, { role: 'moderator' }), now: later(1.5) }
  expect(await publishSubject(paris, read)).toMatchObject({ ok: true })
}
