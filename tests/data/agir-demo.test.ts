import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { occurrences, positions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { plantActivities } from '@/lib/tenancy/demo/activities/commands'
import { programmes } from '@/tenants/activities'
import { aPerson } from '../support/factories'
import { aCity, now, owner, publish } from '../support/new-cities'

test('the seats a demo shows as taken are taken by someone', async () => {
  const city = aCity()
  await publish(city)
  const people = await Promise.all(Array.from({ length: 12 }, () => aPerson(city)))
  await asOperator(owner(), ({ inCity }) =>
    inCity(city, (db) =>
      plantActivities(db, { tenant: city, people, actorIds: [], now }, programmes.belleville!),
    ),
  )
  await inTenant(city, async (db) => {
    const held = sql<number>`(select coalesce(sum(party_size), 0)::int from registrations r where r.position_id = positions.id and app.takes_seat(r.state))`
    const seats = await db
      .select({ kept: positions.seatsTaken, held, capacity: positions.capacity })
      .from(positions)
    expect(seats.filter(({ kept, held: real }) => kept !== real)).toEqual([])
    expect(seats.filter(({ kept, capacity }) => kept === capacity).length).toBeGreaterThan(0)
    expect(await db.$count(occurrences, eq(occurrences.state, 'cancelled'))).toBeGreaterThan(0)
  })
})
