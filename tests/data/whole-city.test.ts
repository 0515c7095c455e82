import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { readWholeCity } from '@/lib/db/whole-city'
import { belleville } from '../support/factories'

const line = 'x'.repeat(1000)
const lines = (count: number) => `select '${line}' from generate_series(1, ${count})`

/** As much as is held before somebody reads it, and a little more: its end is there before its beginning was read. */
test.each([60, 66, 70, 90, 120, 180, 400])(
  'after %i kB that were read late, more can be asked',
  async (count) => {
    const after = await readWholeCity(belleville, async (db) => {
      const read = await db.lines(lines(count))
      await pause(30)
      let bytes = 0
      for await (const chunk of read) bytes += chunk.byteLength
      expect(bytes).toBe(count * (line.length + 1))
      return db.ask('select 1 as one')
    })
    expect(after).toEqual([{ one: 1 }])
  },
)

test('who stops reading half-way, as when a disk is full, is told why', async () => {
  const reading = readWholeCity(belleville, async (db) => {
    for await (const chunk of await db.lines(lines(20_000))) {
      await pause(30)
      throw new Error(`no room for ${chunk.byteLength}`)
    }
  })
  await expect(reading).rejects.toThrow('no room for')
  await expect.poll(waitingToBeRead, { timeout: 5000 }).toBe(0)
})

/** How many connections Postgres keeps for what nobody will read. */
const waitingToBeRead = () =>
  inTenant(belleville, async (db) => {
    const [row] = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = 'parvis whole city' and wait_event = 'ClientWrite'`)
    return row!.count
  })
