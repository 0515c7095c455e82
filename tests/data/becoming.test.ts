import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal } from '@/drizzle/schema'
import { reportOn } from '@/lib/consultations/commands'
import { findConsultation } from '@/lib/consultations/queries'
import { inTenant } from '@/lib/db'
import { becomeProject } from '@/lib/ideas/examination/becoming/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { continuationOf } from '@/lib/ideas/timeline/rules'
import { shippedCities } from '@/tenants/shipped'
import { aConsultation } from '../support/consultations'
import { anIdea, aPerson } from '../support/factories'
import { after, noon } from '../support/letters'

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

test('edge 34: how far it has come there is read from there: nothing of it is written a second time', async () => {
  const { id, slug } = await anIdea(paris!, { ...reached, examination: 'opinion_favourable' })
  const act = await aConsultation()
  const own = (await findConsultation(paris!, act.id))!
  const into = { into: own.title, url: `/consultations/${own.slug}` }
  await becomeProject(paris!, { ideaId: id, ...into, by: await as('admin'), now })
  const shown = async () => (await findPublicIdea(paris!, slug))!
  const before = await shown()
  expect(before.continued).toMatchObject({ opensOn: own.opensOn, reportedOn: null })
  const report = { ...act, text: 'Cent personnes ont répondu à la question.', participantCount: 100 }
  await reportOn(paris!, { ...report, now: after(noon, 40 * 24) })
  const later = await shown()
  expect(later.continued).toMatchObject({ reportedOn: '2027-01-03' })
  expect(later.entries).toEqual(before.entries)
})

test("another city's idea is not there", async () => {
  const { id } = await anIdea(belleville!, { ...reached, examination: 'opinion_favourable' })
  const asked = { ideaId: id, ...into, by: await as('admin'), now }
  expect(await becomeProject(paris!, asked)).toEqual({ ok: false, refusal: 'not_there' })
})
