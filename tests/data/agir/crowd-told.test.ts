import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { tellOfCrowd } from '@/lib/notifications/jobs'
import { aSession } from '../../support/factories'
import { comesAsGuest, mailTo } from '../../support/guests'
import { lettersOf, noticesOf, paris, someone } from '../../support/letters'
import { aDateToJoin, join, now } from '../../support/seats'

/** What is asked for to be told of a date: for each two seconds one piece of work, with what happened in them. */
async function askedFor(dateId: string) {
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL ?? '')
  const rows = await owner<{ payload: { tenant: string; eventId: string }[] }[]>`
    select payload from graphile_worker._private_jobs where key like ${`%:letters.for_crowd:${dateId}:%`}`
  await owner.end()
  return rows.flatMap(({ payload }) => payload)
}

const eventsOf = (aboutId: string) =>
  inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, aboutId)))

test('a crowd that registers is told together: each person once, with an account or without', async () => {
  const place = await aDateToJoin({ capacity: 2 })
  const crowd = await Promise.all(Array.from({ length: 4 }, async () => aSession(paris, await someone())))
  for (const one of crowd) await join(place, one)
  const { email } = await comesAsGuest(place)

  const events = await eventsOf(place.id)
  const gathered = await askedFor(place.id)
  expect(gathered.map(({ eventId }) => eventId).sort()).toEqual(events.map(({ id }) => id).sort())
  expect(new Set(gathered.map(({ tenant }) => tenant))).toEqual(new Set([paris.id]))
  for (let turn = 0; turn < 2; turn++)
    await tellOfCrowd({ gathered: [...gathered, ...gathered] }, { tenant: paris, now })

  const kinds = new Map(events.map(({ id, kind }) => [id, kind]))
  const told = await Promise.all(crowd.map(({ personId }) => noticesOf(personId)))
  expect(told.map((notices) => notices.map(({ eventId }) => kinds.get(eventId)))).toEqual([
    ['registration_confirmed'],
    ['registration_confirmed'],
    ['registration_waitlisted'],
    ['registration_waitlisted'],
  ])
  const letters = await lettersOf(
    events.map(({ id }) => id),
    { at: now },
  )
  expect(letters).toHaveLength(4)
  expect(await mailTo(email, 'guest_notice')).toHaveLength(1)
})
