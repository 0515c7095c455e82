import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { registrations } from '@/drizzle/schema'
import { listUnanswered } from '@/lib/agir/registrations/waiting/queries'
import { inTenant } from '@/lib/db'
import { aDate, anActivity, anOrganisation } from '../../support/agir'
import { aPerson, belleville } from '../../support/factories'

const day = 86_400_000
const now = new Date()
const inDays = (days: number) => new Date(now.getTime() + days * day)

async function asked(state: 'pending' | 'lapsed', themeIds: string[], personId: string) {
  const { id: organisationId } = await anOrganisation(belleville)
  const { id: activityId, slug } = await anActivity(belleville, {
    ...{ organisationId, registration: 'approval', themeIds, districtCode: 'la-gare' },
  })
  const { id: occurrenceId, positionId } = await aDate(belleville, activityId, inDays(20))
  const row = { activityId, occurrenceId, positionId, personId, requestId: randomUUID(), state }
  const held = { at: inDays(-7), changedAt: now, holdExpiresAt: state === 'pending' ? inDays(2) : now }
  await inTenant(belleville, (db) => db.insert(registrations).values({ ...row, ...held }))
  return { slug, activityId }
}

/** A theme of its own: what other tests announce is never among what is proposed. */
const ownTheme = () => [`theme-${randomUUID()}`]

test('who waits for an answer is told until when', async () => {
  const personId = await aPerson(belleville)
  const { slug } = await asked('pending', ownTheme(), personId)
  expect(await listUnanswered(belleville, personId, now)).toMatchObject([
    { slug, state: 'pending', until: inDays(2), answersIn: null, others: [] },
  ])
  expect(await listUnanswered(belleville, await aPerson(belleville), now)).toEqual([])
})

test('where nobody answered, three others with room are proposed, those of the same place first', async () => {
  const personId = await aPerson(belleville)
  const themeIds = ownTheme()
  await asked('lapsed', themeIds, personId)
  const offered = async (days: number, districtCode: string, seats = { capacity: 5 }) => {
    const { id, slug } = await anActivity(belleville, { themeIds, districtCode })
    await aDate(belleville, id, inDays(days), seats)
    return slug
  }
  const far = await offered(1, 'les-vergers')
  const [near, nearer] = [await offered(5, 'la-gare'), await offered(3, 'la-gare')]
  await offered(9, 'les-vergers')
  await anActivity(belleville, { themeIds, districtCode: 'la-gare' })
  const [told] = await listUnanswered(belleville, personId, now)
  expect(told!.others.map(({ slug }) => slug)).toEqual([nearer, near, far])
})

test('an answer that did not come is forgotten after a fortnight', async () => {
  const personId = await aPerson(belleville)
  await asked('lapsed', ownTheme(), personId)
  expect(await listUnanswered(belleville, personId, inDays(9))).toHaveLength(1)
  expect(await listUnanswered(belleville, personId, inDays(15))).toEqual([])
})
