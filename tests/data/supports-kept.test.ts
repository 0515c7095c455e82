import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { findStanding, listSupported } from '@/lib/ideas/supports/queries'
import { aCrowd, anIdea, paris } from '../support/factories'

test('what a person supports is found while they ask, and shown to nobody else', async () => {
  const [karima, other] = await aCrowd(paris, 2)
  const [first, second] = [await anIdea(paris), await anIdea(paris), await anIdea(paris)]
  for (const { id } of [first, second]) await giveSupport({ tenant: paris, ideaId: id, ...karima! })
  await takeBackSupport({ tenant: paris, ideaId: second.id, ...karima! })
  expect((await listSupported(paris, karima!.personId)).map(({ id }) => id)).toEqual([first.id])
  expect(await listSupported(paris, other!.personId)).toEqual([])
  expect(await findStanding(paris, karima!, first.id)).toMatchObject({
    supported: true,
    following: false,
    own: false,
  })
  expect(await findStanding(paris, karima!, second.id)).toMatchObject({ supported: false })
})

test('edge 6: a right once acquired stays when a voice is taken back', async () => {
  const idea = await anIdea(paris, { threshold: 3 })
  const crowd = await aCrowd(paris, 3)
  for (const one of crowd) await giveSupport({ tenant: paris, ideaId: idea.id, ...one })
  expect(await takeBackSupport({ tenant: paris, ideaId: idea.id, ...crowd[0]! })).toMatchObject({
    count: 2,
    reached: true,
  })
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...crowd[0]! })).toMatchObject({
    count: 3,
    reached: true,
  })
  const events = await inTenant(paris, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, idea.id), eq(journal.kind, 'threshold_reached'))),
  )
  expect(events).toHaveLength(1)
  const [row] = await inTenant(paris, (db) => db.select().from(ideas).where(eq(ideas.id, idea.id)))
  expect(row).toMatchObject({ collection: 'reached', countAtThreshold: 3, supportCount: 3 })
})
