import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { grants, ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { noDutyFilters } from '@/lib/engagements/input'
import { listDuties } from '@/lib/engagements/queries'
import { findScoreboard } from '@/lib/engagements/scoreboard/queries'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { savePlace } from '@/lib/ideas/deposit/commands'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { findFile } from '@/lib/ideas/examination/queries'
import { readFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { findOverview } from '@/lib/ideas/overview/queries'
import { readQueue } from '@/lib/moderation/queue/input'
import { listQueue } from '@/lib/moderation/queue/queries'
import { grantsInForce } from '@/lib/people/roles/queries'
import type { GrantedRole } from '@/lib/people/rules'
import { findRulesInForce } from '@/lib/rules/queries'
import { anIdea, aPerson } from '../support/factories'
import { aWholeDraft, belleville, ines, yes } from '../support/deposits'

const now = new Date()
const twoDistricts = (): [string, string] => [`nord-${randomUUID()}`, `sud-${randomUUID()}`]

async function whoActsIn(district: string, role: GrantedRole) {
  const id = await aPerson(belleville)
  const scope = { scopeKind: 'district', scopeValue: district, startsAt: new Date(0) } as const
  await inTenant(belleville, (db) => db.insert(grants).values({ personId: id, role, ...scope }))
  return { id, grants: await inTenant(belleville, (db) => grantsInForce(db, id)) }
}

async function sentBetween([districtCode, secondDistrictCode]: [string, string]) {
  const author = await ines()
  const holder = { personId: author.id, draftKey: null }
  const ideaId = await aWholeDraft(holder)
  const place = { ideaId, placeKind: 'district', districtCode, secondDistrictCode } as const
  await savePlace(belleville, { place, holder, now })
  await inTenant(belleville, (db) => db.update(ideas).set({ similarSeen: [] }).where(eq(ideas.id, ideaId)))
  const act = { ideaId, person: author, draftKey: null, answers: yes, now }
  expect(await submitIdea(belleville, act)).toMatchObject({ ok: true })
  return ideaId
}

test('edge 30: what lies between two districts is read, published and found in both, under the city’s number', async () => {
  const both = twoDistricts()
  const ideaId = await sentBetween(both)
  const readers = [await whoActsIn(both[0], 'moderator'), await whoActsIn(both[1], 'moderator')]
  for (const reader of readers) {
    const { shown } = await listQueue(belleville, { ...readQueue({}), reader })
    expect(shown).toHaveLength(1)
  }
  const stranger = await whoActsIn(`est-${ideaId}`, 'moderator')
  expect(await publishIdea(belleville, { ideaId, byId: stranger.id, now })).toMatchObject({ ok: false })
  expect(await publishIdea(belleville, { ideaId, byId: readers[1]!.id, now })).toMatchObject({ ok: true })
  const { threshold } = await findRulesInForce(belleville)
  for (const code of both) {
    const filters = { ...readFilters({}, belleville, 1), districts: [code] }
    const { cards, facets } = await listIdeas(belleville, filters)
    expect(cards).toMatchObject([{ id: ideaId, threshold }])
    expect(facets).toMatchObject({ total: 1, districts: { [both[0]]: 1, [both[1]]: 1 } })
  }
  const { districts } = await findOverview(belleville, now)
  expect(districts.filter(({ code }) => code && both.includes(code)).map(({ count }) => count)).toEqual([
    1, 1,
  ])
})

test('edge 30: what two districts owe together is one duty, on the list and in the hands of both', async () => {
  const [districtCode, secondDistrictCode] = twoDistricts()
  const reachedAt = new Date(now.getTime() - 40 * 86_400_000)
  const detail = { collection: 'reached', reachedAt, districtCode, secondDistrictCode } as const
  const { id } = await anIdea(belleville, detail)
  await certifyIdeas(belleville)
  for (const code of [districtCode, secondDistrictCode]) {
    const { duties, facets } = await listDuties(belleville, { ...noDutyFilters, districts: [code] }, now)
    expect(new Set(duties.map(({ ideaId }) => ideaId))).toEqual(new Set([id]))
    expect(facets).toMatchObject({ total: 4, districts: { [code]: 4 } })
    const instructor = await whoActsIn(code, 'instructor')
    expect(await findFile(belleville, id, instructor)).toMatchObject({ id })
  }
  const { districts } = await findScoreboard(belleville, now)
  const own = districts.filter((one) => [districtCode, secondDistrictCode].includes(one.id))
  expect(own.map(({ late, judged }) => [late, judged])).toEqual([
    [2, 2],
    [2, 2],
  ])
})
