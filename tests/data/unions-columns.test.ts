import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { memberships, registrations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { holdings } from '@/lib/people/copy/rules'
import { moveHoldings } from '@/lib/people/unions/holdings/commands'
import { fatesOfColumns } from '@/lib/people/unions/rules'
import { aDate, anActivity, anOrganisation } from '../support/agir'
import { aPerson, paris } from '../support/factories'

test('each column that names a person says what becomes of it when two accounts become one', () => {
  expect(Object.keys(fatesOfColumns).sort()).toEqual(Object.keys(holdings).sort())
})

test('where a person has one row only for each thing, two accounts bring one', async () => {
  const unique = await inTenant(paris, (db) =>
    db.execute<{ name: string; column: string; others: string[] }>(sql`
      select c.relname || '.' || a.attname as name,
        array(select o.attname::text from pg_attribute o where o.attrelid = c.oid and o.attnum = any (i.indkey::int2[])
          and o.attname not in ('tenant_id', a.attname) order by 1) as others
      from pg_index i join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
      where i.indisunique and c.relnamespace = 'public'::regnamespace`),
  )
  const fates: Record<string, unknown> = fatesOfColumns
  const movable = unique.filter(({ name }) => fates[name] === 'moves' || Array.isArray(fates[name]))
  expect(movable.length).toBeGreaterThan(5)
  for (const { name, others } of movable) expect([name, fates[name]]).toEqual([name, others])
})

test('a place booked twice is kept once, the surer one; of two memberships the one that may do more', async () => {
  const [keptId, absorbedId] = [await aPerson(paris), await aPerson(paris)]
  const [activity, organisation] = [await anActivity(paris), await anOrganisation(paris)]
  const date = await aDate(paris, activity.id, new Date('2031-05-03T10:00:00Z'))
  const at = new Date('2031-04-01T10:00:00Z')
  const place = { activityId: activity.id, occurrenceId: date.id, positionId: date.positionId }
  const booked = (personId: string, state: 'waitlisted' | 'confirmed' | 'cancelled') =>
    ({ ...place, personId, state, requestId: crypto.randomUUID(), at, changedAt: at }) as const
  await inTenant(paris, async (db) => {
    await db
      .insert(registrations)
      .values([
        booked(keptId, 'waitlisted'),
        booked(absorbedId, 'confirmed'),
        booked(absorbedId, 'cancelled'),
      ])
    const joined = { organisationId: organisation.id, state: 'active', at } as const
    await db.insert(memberships).values({ ...joined, personId: keptId, role: 'member' })
    await db.insert(memberships).values({ ...joined, personId: absorbedId, role: 'owner' })
    await moveHoldings(db, { keptId, absorbedId })
  })
  const rows = await inTenant(paris, async (db) => ({
    places: await db.select().from(registrations).where(eq(registrations.occurrenceId, date.id)),
    roles: await db.select().from(memberships).where(eq(memberships.organisationId, organisation.id)),
  }))
  expect(rows.places.every(({ personId }) => personId === keptId)).toBe(true)
  expect(rows.places.map(({ state }) => state).sort()).toEqual(['cancelled', 'cancelled', 'confirmed'])
  expect(rows.roles.map(({ role, state }) => `${role} ${state}`).sort()).toEqual([
    'member left',
    'owner active',
  ])
})
