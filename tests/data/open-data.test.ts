import { describe, expect, test } from 'vitest'
import { readFilters } from '@/lib/ideas/listing/input'
import { listIdeas } from '@/lib/ideas/listing/queries'
import { Idea, IdeaSummary, ListQuery } from '@/lib/ideas/open-data/input'
import { summaryOf, wholeOf } from '@/lib/ideas/open-data/rules'
import { findPublicIdea } from '@/lib/ideas/queries'
import { pictureOf } from '@/lib/ideas/sharing/image'
import { shareDrawing } from '@/lib/ideas/sharing/rules'
import { badParameters, answerJson } from '@/lib/open-data/answers'
import { licences } from '@/lib/open-data/licences'
import { openApiDocument } from '@/lib/open-data/openapi'
import { marsa } from '@/tenants/marsa'
import { belleville } from '@/tenants/belleville'
import { anIdea } from '../support/factories'
import sharp from 'sharp'

const site = 'http://belleville.test/decider'

describe('the document that describes the interface', () => {
  const document = openApiDocument(
    { title: 'Décider', server: 'http://belleville.test', licence: 'odbl' },
    { ideas: true, consultations: true, activities: true },
  )
  const text = JSON.stringify(document)

  test('says under which licence the city gives its data', () =>
    expect(document.info.license).toMatchObject({ name: 'ODbL 1.0' }))

  test('points at nothing that is not in it', () => {
    const pointed = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!)
    expect(pointed.length).toBeGreaterThan(8)
    expect(pointed.filter((name) => !(name in document.components.schemas))).toEqual([])
    expect(text).not.toContain('#/$defs')
  })

  test('is of OpenAPI 3.1, each way to call with a name, an answer and every word of its address', () => {
    expect(document.openapi).toBe('3.1.0')
    const names: string[] = []
    for (const [path, calls] of Object.entries(document.paths))
      for (const call of Object.values(calls)) {
        names.push(call.operationId)
        expect(call.responses[200]).toBeDefined()
        const asked = (call.parameters as { name: string; in: string }[]).filter((one) => one.in === 'path')
        expect(asked.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
      }
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('what a program reads', () => {
  test('of a list is what the document says', async () => {
    await anIdea(belleville, { latitude: 48.87, longitude: 2.38 })
    const { cards } = await listIdeas(belleville, readFilters({ tri: 'nouvelles' }, belleville, 20260301))
    expect(cards.length).toBeGreaterThan(0)
    for (const card of cards) IdeaSummary.parse(summaryOf(card, site))
  })
  test('of one idea is what the document says, and its counts are kept apart', async () => {
    const { slug } = await anIdea(belleville, { supportCount: 12, importedSupportCount: 340, heldCount: 3 })
    const idea = await findPublicIdea(belleville, slug)
    const told = Idea.parse(wholeOf(idea!, site, 'http://belleville.test'))
    expect(told).toMatchObject({
      supports: 12,
      importedSupports: 340,
      heldSupports: 3,
      url: `${site}/idees/${slug}`,
    })
  })
  test('names its terms, and the second time is nothing, if nothing changed', async () => {
    const city = { openData: { licence: 'cc0' } } as const
    const answer = (value: object, headers = {}) => answerJson(city, new Request(site, { headers }), value)
    const first = answer({ one: 1 })
    expect(first.headers.get('link')).toBe(`<${licences.cc0.url}>; rel="license"`)
    const headers = { 'if-none-match': first.headers.get('etag')! }
    expect(answer({ one: 1 }, headers).status).toBe(304)
    expect(answer({ one: 2 }, headers).status).toBe(200)
  })
})

describe('a query that cannot be read is refused, and told what of it', () => {
  test.each([
    ['sort', '(select pg_sleep(3))'],
    ['limit', '1e9'],
    ['limit', '0'],
    ['state', "open' or 1=1--"],
    ['cursor', 'eyJ4Ijox'],
    ['q', 'a'.repeat(5000)],
    ['theme', '\0'],
    ['district', '1,\0'],
  ])('%s = %s', async (name, value) => {
    const query = ListQuery.safeParse({ [name]: value })
    expect(query.success).toBe(false)
    const answer = badParameters(query.error!)
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ status: 400, errors: [{ parameter: name }] })
  })
})

test('the picture of an idea is drawn with letters, Arabic ones too', async () => {
  const said = { theme: marsa.theme, platform: 'مرسى تقرّر', count: '12', share: 0.5, rightToLeft: true }
  const draw = (title: string) => pictureOf(shareDrawing({ ...said, title }))
  const [one, other] = [await draw('ممم'), await draw('ييي')]
  expect(await sharp(one).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  // Without the fonts, each letter would be the same empty box.
  expect(one.equals(other)).toBe(false)
  expect(one.equals(await draw('ممم'))).toBe(true)
})
