import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { noDutyFilters } from '@/lib/engagements/input'
import { listAllDuties } from '@/lib/engagements/queries'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { prepareOpinion, signOpinion } from '@/lib/ideas/examination/opinions/commands'
import { readFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { findRulesInForce } from '@/lib/rules/queries'
import { cityStates, mayWrite } from '@/lib/tenancy/states/rules'
import { belleville } from '@/tenants/belleville'
import { paris } from '@/tenants/paris'
import { aReader, sent, why } from '../support/desk'
import {
  aRight,
  instructor,
  now,
  opinion,
  owed,
  reachedAt,
  signatory,
  underStudy,
} from '../support/examinations'
import { anIdea, someoneSignedIn } from '../support/factories'

const row = async (id: string) =>
  (await inTenant(belleville, (db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!

test.each(['out_of_competence', 'electoral_period'] as const)(
  'edges 29 and 79: %s is a public reason, the text stays readable, and its author is told where to go',
  async (code) => {
    const { ideaId } = await sent()
    const text = `${why} Voyez https://voisine.test/idees : c’est elle qui décide.`
    const act = { ideaId, byId: await aReader(), code, text, now }
    expect(await refuseIdea(belleville, act)).toMatchObject({ ok: true })
    const idea = await findPublicIdea(belleville, ideaId)
    expect(idea).toMatchObject({ publication: 'refused', refusalCode: code, isHidden: false })
    expect(idea!.body).not.toBe('')
    expect(JSON.stringify(idea)).not.toContain('voisine.test')
    expect((await row(ideaId)).refusalText).toContain('voisine.test')
  },
)

test('edge 30: what concerns more districts than two is deposited for the city, under the city’s number', async () => {
  const { ideaId } = await sent()
  await publishIdea(belleville, { ideaId, byId: await aReader(), now })
  const { threshold } = await findRulesInForce(belleville)
  expect(await row(ideaId)).toMatchObject({ placeKind: 'city', districtCode: null, threshold })
})

test('edge 32: what is only partly the city’s is answered in part, and both parts are shown', async () => {
  const idea = await aRight()
  await underStudy(idea.id)
  const elsewhere = 'La voie rapide relève de l’État, à qui la demande a été transmise ce jour.'
  const mixed = { ...opinion, decision: 'partial' as const, competence: elsewhere }
  await prepareOpinion(paris, { ideaId: idea.id, by: instructor, now, opinion: mixed })
  expect(await signOpinion(paris, { ideaId: idea.id, by: signatory, now, title: 'Adjointe' })).toMatchObject({
    ok: true,
  })
  const read = await findPublicIdea(paris, idea.slug)
  expect(read).toMatchObject({ examination: 'opinion_partial' })
  expect(read!.story.opinions).toMatchObject([{ decision: 'partial', competence: elsewhere }])
})

test('edge 33: what the city already does elsewhere is answered by that, keeps its voices and is not examined twice', async () => {
  const idea = await aRight({ supportCount: 1623 })
  await underStudy(idea.id)
  const elsewhere = 'https://budget.ville.test/projets/7'
  const existing = { ...opinion, decision: 'already_exists' as const, elsewhere }
  await prepareOpinion(paris, { ideaId: idea.id, by: instructor, now, opinion: existing })
  await signOpinion(paris, { ideaId: idea.id, by: signatory, now, title: 'Adjointe' })
  expect(await findPublicIdea(paris, idea.slug)).toMatchObject({
    ...{ examination: 'already_exists', supportCount: 1623 },
    story: { opinions: [{ elsewhere }] },
  })
  expect(await owed(idea.id)).toEqual([])
})

test('edge 64: a city that may no longer write is still read, and still late with what it owes', async () => {
  const { id } = await anIdea(paris, {
    collection: 'reached',
    reachedAt: new Date(reachedAt.getTime() - 200 * 86_400_000),
  })
  await certifyIdeas(paris)
  for (const status of ['read_only', 'closing'] as const) {
    expect(cityStates[status]).toMatchObject({ reading: 'everyone', feeds: true })
    expect(mayWrite(status, 'take_part', { isStaff: true })).toBe(false)
  }
  const late = await listAllDuties(paris, { ...noDutyFilters, standings: ['late'] }, now)
  expect(late.filter((duty) => duty.ideaId === id).length).toBeGreaterThan(0)
})

test('edges 67 and 68: a text in another language of the city is shown as it was written, and said to be', async () => {
  const mark = `zinnia${crypto.randomUUID().replace(/[^a-f]/g, '')}`
  const title = `نافورة للساحة ${mark}`
  const { slug } = await anIdea(paris, { title, locale: 'ar', publishedAt: now })
  expect(await findPublicIdea(paris, slug)).toMatchObject({ title, locale: 'ar' })
  const { cards } = await listIdeas(paris, readFilters({ q: mark }, paris, 20261122))
  expect(cards).toMatchObject([{ slug, title, locale: 'ar' }])
})

test('edge 72: a search tells the count of the moment, whatever it was when the words were indexed', async () => {
  const word = `zinnia${crypto.randomUUID().replace(/[^a-f]/g, '')}`
  const { id } = await anIdea(paris, { title: `Planter des ${word} au square` })
  const counted = async () => {
    const { cards } = await listIdeas(paris, readFilters({ q: word }, paris, 20261122))
    return cards.map((card) => [card.id, card.supportCount])
  }
  const voice = { tenant: paris, ideaId: id, ...(await someoneSignedIn(paris)) }
  expect(await counted()).toEqual([[id, 0]])
  await giveSupport(voice)
  expect(await counted()).toEqual([[id, 1]])
  await takeBackSupport(voice)
  expect(await counted()).toEqual([[id, 0]])
})
