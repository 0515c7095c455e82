import { expect, test } from 'vitest'
import { people } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'

test('a city sees the people who joined it and no others', async () => {
  const [here] = await inTenant({ id: 'belleville' }, (db) =>
    db.insert(people).values({ name: 'Inès' }).returning(),
  )
  const seen = await inTenant({ id: 'paris' }, (db) => db.select({ id: people.id }).from(people))
  expect(seen.map(({ id }) => id)).not.toContain(here!.id)
})
