import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { changed, countsMoved, publishTag } from '@/lib/tenancy/freshness'
import { withoutNonce as without } from '../../support/front'
import { belleville, marsa, openPageKitchen } from '../../support/page-kitchen'

const own = openPageKitchen()
const { get, kitchen } = own

/** A page under way, and what lets it end. */
async function beganEarly() {
  let release = () => {}
  own.cook = async (request, response) => {
    await new Promise<void>((resolve) => (release = resolve))
    kitchen.listener(request, response)
  }
  const early = get(belleville, '/decider/idees')
  await pause(50)
  return { early, release: () => release() }
}

describe('a page changes when its city does', () => {
  test('at once, when the change is committed; and no other city’s page with it', async () => {
    const [mine, theirs] = [await get(belleville, '/decider/idees'), await get(marsa, '/decider/idees')]
    await inTenant({ id: 'belleville' }, (db) => changed(db, 'ideas'))
    expect(without((await get(belleville, '/decider/idees')).body)).not.toBe(without(mine.body))
    expect(without((await get(marsa, '/decider/idees')).body)).toBe(without(theirs.body))
  })

  test('soon, when another process changed it', async () => {
    const mine = await get(belleville, '/decider/idees')
    await inTenant({ id: 'belleville' }, (db) =>
      db.execute(sql`select pg_notify('parvis_changed', 'belleville ideas')`),
    )
    await pause(100)
    expect(without((await get(belleville, '/decider/idees')).body)).not.toBe(without(mine.body))
  })

  test('not when the change is taken back', async () => {
    const mine = await get(belleville, '/decider/idees')
    const undone = inTenant({ id: 'belleville' }, async (db) => {
      await changed(db, 'ideas')
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    await pause(100)
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(mine.body))
  })

  test('a page begun before the change is not kept after it', async () => {
    const { early, release } = await beganEarly()
    publishTag('belleville', 'ideas')
    release()
    const before = (await early).body
    own.cook = kitchen.listener
    expect(without((await get(belleville, '/decider/idees')).body)).not.toBe(without(before))
  })

  test('who asks after the change is not given a page begun before it', async () => {
    const { early, release } = await beganEarly()
    own.cook = kitchen.listener
    publishTag('belleville', 'ideas')
    const after = await get(belleville, '/decider/idees')
    release()
    expect(without((await early).body)).not.toBe(without(after.body))
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(after.body))
  })

  test('however often it changes, two are made at a time, and who asked last has the last', async () => {
    let [underWay, most] = [0, 0]
    own.cook = async (request, response) => {
      most = Math.max(most, ++underWay)
      response.once('finish', () => underWay--)
      await pause(60)
      kitchen.listener(request, response)
    }
    const asked = []
    for (let at = 0; at < 30; at++) {
      publishTag('belleville', 'ideas')
      asked.push(get(belleville, '/decider/idees'))
      await pause(5)
    }
    const given = await Promise.all(asked)
    own.cook = kitchen.listener
    expect(most).toBe(2)
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(given.at(-1)!.body))
  })

  test('once something was counted, after a second: who asks then has it rendered again, and does not wait for it', async () => {
    const first = await get(belleville, '/decider/idees')
    countsMoved('belleville')
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(first.body))
    await pause(1100)
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(first.body))
    await pause(50)
    expect(without((await get(belleville, '/decider/idees')).body)).not.toBe(without(first.body))
  })

  test('as well when another process counted', async () => {
    const first = await get(belleville, '/decider/idees')
    await inTenant({ id: 'belleville' }, (db) =>
      db.execute(sql`select pg_notify('parvis_changed', 'belleville counts')`),
    )
    await pause(1100)
    await get(belleville, '/decider/idees')
    await pause(50)
    expect(without((await get(belleville, '/decider/idees')).body)).not.toBe(without(first.body))
  })

  test('while nothing moves, every four seconds, and none is shown that is older than five', async () => {
    const [first, theirs] = [await get(belleville, '/decider/idees'), await get(marsa, '/decider/idees')]
    await pause(2000)
    await get(belleville, '/decider/idees')
    await pause(100)
    expect(without((await get(belleville, '/decider/idees')).body)).toBe(without(first.body))
    await pause(3000)
    expect(without((await get(marsa, '/decider/idees')).body)).not.toBe(without(theirs.body))
  })
})
