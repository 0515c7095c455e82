import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { becomeProject } from '@/lib/ideas/examination/becoming/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { continuationOf } from '@/lib/ideas/timeline/rules'
import { shippedCities } from '@/tenants/shipped'
import { anIdea, aPerson } from '../support/factories'

const [paris, belleville] = ['paris', 'belleville'].map((id) => shippedCities.find((city) => city.id === id)!)
const now = new Date()
const as = async (role: 'admin' | 'instructor', city = paris!) => ({
  id: await aPerson(city),
  grants: [{ role, scopeKind: 'city', scopeValue: null }] as const,
})
const into = { into: 'Le jardin de la rue des Poissonniers', url: '/consultations/un-jardin' }
const reached = { collection: 'certified', reachedAt: now, certifiedAt: now } as const

test('what the city accepted goes on elsewhere: its page leads there, and keeps its own story', async () => {
  const { id, slug } = await anIdea(paris!, { ...reached, examination: 'opinion_favourable' })
  const goesOn = (by: Awaited<ReturnType<typeof as>>) =>
    becomeProject(paris!, { ideaId: id, ...into, by, now })
  expect(await goesOn(await as('instructor'))).toEqual({ ok: false, refusal: 'out_of_scope' })
  expect(await goesOn(await as('admin'))).toEqual({ ok: true, value: undefined })
  const told = and(eq(journal.aboutId, id), eq(journal.kind, 'became_project'))
  expect(await inTenant(paris!, (db) => db.$count(journal, told))).toBe(1)
  const idea = (await findPublicIdea(paris!, slug))!
  expect(continuationOf(idea.entries)).toMatchObject(into)
  expect(idea.examination).toBe('opinion_favourable')
})

test.each(['study', 'opinion_unfavourable'] as const)('nothing comes of it in %s', async (examination) => {
  const { id, slug } = await anIdea(paris!, { ...reached, examination })
  const asked = { ideaId: id, ...into, by: await as('admin'), now }
  expect(await becomeProject(paris!, asked)).toEqual({ ok: false, refusal: 'not_now' })
  expect(continuationOf((await findPublicIdea(paris!, slug))!.entries)).toBeNull()
})

test("another city's idea is not there", async () => {
  const { id } = await anIdea(belleville!, { ...reached, examination: 'opinion_favourable' })
  const asked = { ideaId: id, ...into, by: await as('admin'), now }
  expect(await becomeProject(paris!, asked)).toEqual({ ok: false, refusal: 'not_there' })
})
