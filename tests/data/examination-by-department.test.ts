import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { grants, notices } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { acknowledge, takeCharge } from '@/lib/ideas/examination/commands'
import { findFile, listFiles } from '@/lib/ideas/examination/queries'
import { tell } from '@/lib/notifications/telling/commands'
import { shippedCities } from '@/tenants/shipped'
import { aPerson, anIdea } from '../support/factories'
import { lastEvent } from '../support/histories'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const [own, other] = paris.departments.map(({ id }) => id)
const now = new Date()

async function examinerFor(departmentId: string) {
  const id = await aPerson(paris)
  const grant = { role: 'instructor', scopeKind: 'department', scopeValue: departmentId } as const
  await inTenant(paris, (db) =>
    db.insert(grants).values({ personId: id, ...grant, startsAt: new Date(now.getTime() - 86_400_000) }),
  )
  return { id, grants: [grant] }
}

async function aCertifiedIdea() {
  const reachedAt = new Date(now.getTime() - 9 * 86_400_000)
  const idea = await anIdea(paris, { collection: 'reached', reachedAt })
  await certifyIdeas(paris)
  return idea.id
}

test('who examines for a department sees what none has taken, and takes it in its name alone', async () => {
  const [mine, theirs] = [await examinerFor(own!), await examinerFor(other!)]
  const ideaId = await aCertifiedIdea()
  expect((await listFiles(paris, mine)).some(({ id }) => id === ideaId)).toBe(true)
  expect(await acknowledge(paris, { ideaId, by: mine, now })).toMatchObject({ ok: true })
  const take = (by: typeof mine, departmentId: string) => takeCharge(paris, { ideaId, departmentId, by, now })
  expect(await take(mine, other!)).toEqual({ ok: false, refusal: 'out_of_scope' })
  expect(await take(mine, own!)).toMatchObject({ ok: true })
  expect(await findFile(paris, ideaId, theirs)).toBeNull()
  expect(await take(theirs, other!)).toEqual({ ok: false, refusal: 'out_of_scope' })
  expect(await take(mine, other!)).toMatchObject({ ok: true })
  expect(await findFile(paris, ideaId, theirs)).not.toBeNull()
  expect(await findFile(paris, ideaId, mine)).toBeNull()
})

test('who examines for a department is told that something waits to be taken', async () => {
  const mine = await examinerFor(own!)
  const ideaId = await aCertifiedIdea()
  const eventId = await lastEvent(paris, ideaId, 'examination_due')
  await tell(paris, eventId, now)
  const told = and(eq(notices.eventId, eventId), eq(notices.personId, mine.id))
  expect(await inTenant(paris, (db) => db.$count(notices, told))).toBe(1)
})
