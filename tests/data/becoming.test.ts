import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, milestones } from '@/drizzle/schema'
import { cancelConsultation } from '@/lib/consultations/cancelling/commands'
import { decideOn, followUpOn, reportOn } from '@/lib/consultations/commands'
import { findConsultation } from '@/lib/consultations/queries'
import { inTenant } from '@/lib/db'
import { becomeProject } from '@/lib/ideas/examination/becoming/commands'
import { reportMilestone } from '@/lib/ideas/examination/milestones/commands'
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
const step = {
  body: 'Le jardin avance comme prévu.',
  ...{ plannedOn: null, doneOn: '2025-11-01', reference: null, url: null },
}
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

test('edge 34: what goes on in a consultation has come as far as that, and its steps are told there alone', async () => {
  const favoured = () => anIdea(paris!, { ...reached, examination: 'opinion_favourable' })
  const [first, later, dropped] = [await favoured(), await favoured(), await favoured()]
  const [held, cancelled] = [await aConsultation(), await aConsultation()]
  const by = await as('admin')
  const goesOn = async (ideaId: string, id: string, at: Date) => {
    const { slug, title } = (await findConsultation(paris!, id))!
    const act = { ideaId, into: title, url: `/consultations/${slug}`, by, now: at }
    expect(await becomeProject(paris!, act)).toMatchObject({ ok: true })
  }
  const delivery = async ({ slug }: { slug: string }) => (await findPublicIdea(paris!, slug))!.delivery
  await goesOn(first.id, held.id, noon)
  await goesOn(later.id, held.id, after(noon, 10 * 24))
  await goesOn(dropped.id, cancelled.id, noon)
  expect(await Promise.all([first, later, dropped].map(delivery))).toEqual([
    'planned',
    'in_progress',
    'planned',
  ])

  const told = {
    ideaId: first.id,
    by: await as('instructor'),
    now,
    milestone: { kind: 'news' as const, ...step },
  }
  expect(await reportMilestone(paris!, { ...told, photo: null })).toEqual({
    ok: false,
    refusal: 'told_there',
  })
  expect(await cancelConsultation(paris!, { ...cancelled, reason: 'Le terrain est pollué.' })).toMatchObject({
    ok: true,
  })
  const text = 'Le jardin est ouvert depuis ce matin.'
  const over = { ...held, text, now: after(noon, 40 * 24) }
  await reportOn(paris!, { ...over, participantCount: 12 })
  await decideOn(paris!, over)
  expect(await followUpOn(paris!, over)).toMatchObject({ ok: true })
  expect(await Promise.all([first, later, dropped].map(delivery))).toEqual([
    'delivered',
    'delivered',
    'abandoned',
  ])
})

test('edge 34: two ideas that become one are built once: each step is written in one, and read in both', async () => {
  const favoured = () => anIdea(paris!, { ...reached, examination: 'opinion_favourable' })
  const [project, joined] = [await favoured(), await favoured()]
  const [admin, by] = [await as('admin'), await as('instructor')]
  const joins = (ideaId: string, slug: string) =>
    becomeProject(paris!, { ideaId, into: 'Un jardin', url: `/idees/${slug}`, by: admin, now })
  const tells = (ideaId: string, kind: 'works' | 'delivered') =>
    reportMilestone(paris!, { ideaId, by, now, milestone: { kind, ...step }, photo: null })
  expect(await joins(joined.id, 'nulle-part')).toEqual({ ok: false, refusal: 'nothing_there' })
  expect(await joins(joined.id, joined.slug)).toEqual({ ok: false, refusal: 'nothing_there' })
  await tells(project.id, 'works')
  expect(await joins(joined.id, project.slug)).toMatchObject({ ok: true })
  expect(await joins(project.id, joined.slug)).toEqual({ ok: false, refusal: 'nothing_there' })
  expect(await findPublicIdea(paris!, joined.slug)).toMatchObject({ delivery: 'in_progress' })
  expect(await tells(project.id, 'delivered')).toMatchObject({ ok: true })

  const read = (await findPublicIdea(paris!, joined.slug))!
  expect(read).toMatchObject({ delivery: 'delivered' })
  expect(read.story.milestones.map(({ kind }) => kind)).toEqual(['works', 'delivered'])
  const written = await inTenant(paris!, (db) => db.$count(milestones, eq(milestones.ideaId, joined.id)))
  expect(written).toBe(0)
})

test("another city's idea is not there", async () => {
  const { id } = await anIdea(belleville!, { ...reached, examination: 'opinion_favourable' })
  const asked = { ideaId: id, ...into, by: await as('admin'), now }
  expect(await becomeProject(paris!, asked)).toEqual({ ok: false, refusal: 'not_there' })
})
