import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { IdeaData } from '@/components/ideas/idea-data'
import { WrittenText } from '@/components/ideas/written-text'
import { atomOf, beginningOf, inXml } from '@/lib/ideas/feeds/rules'
import { linesOf, shareDrawing } from '@/lib/ideas/sharing/rules'
import { isAnswerOwed, stepsOf } from '@/lib/ideas/timeline/rules'
import { paris } from '@/tenants/paris'
import { licences } from '@/lib/open-data/licences'

const shown = (text: string) => renderToStaticMarkup(createElement(WrittenText, { text }))
const hostile = [
  '<svg onload=alert(1)>',
  '<xmp><img src=x onerror=alert(1)>',
  '<a href=" java&#10;script:alert(1)">x</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '"><script>alert(1)</script>',
  '</script><script>alert(1)',
  'javascript:alert(1)',
  'https://"onmouseover="alert(1)',
  'https://x.test/<script>alert(1)</script>',
]

describe('a text written by somebody', () => {
  test.each(hostile)('stays text: %s', (text) => {
    const html = shown(text)
    const written = html.replace(/<(\/?)(div|p|a)( [a-z]+="[^"<>]*")*>/g, '')
    expect(written).not.toMatch(/[<>]/)
    expect(html).not.toMatch(/href="(?!https?:\/\/)/)
  })

  test('keeps its paragraphs', () => expect(shown('un\n\n\ndeux').match(/<p/g)).toHaveLength(2))

  test('has its addresses made links that lend nobody anything', () => {
    expect(shown('Voir https://ville.test/plan?a=1&b=2.')).toContain(
      '<a href="https://ville.test/plan?a=1&amp;b=2" rel="nofollow ugc noopener"',
    )
  })
})

describe('what a search engine reads', () => {
  const idea = { locale: 'fr', publishedAt: null, changedAt: new Date(0), author: null, supportCount: 3 }
  const address = 'http://ville.test/idees/1'

  test.each(hostile)('holds any title and ends where it should: %s', (title) => {
    const props = {
      idea: { ...idea, title } as Parameters<typeof IdeaData>[0]['idea'],
      address,
      country: 'FR',
      licence: licences.odbl.url,
    }
    const [, block, rest] = /^<script type="application\/ld\+json">(.*?)<\/script>(.*)$/s.exec(
      renderToStaticMarkup(createElement(IdeaData, props)),
    )!
    expect(rest).toBe('')
    expect(block).not.toMatch(/[<>&]/)
    expect(JSON.parse(block!)).toMatchObject({
      headline: title,
      url: address,
      license: licences.odbl.url,
    })
  })
})

describe('a feed', () => {
  const feed = {
    id: 'http://ville.test/flux',
    title: 'Nouvelles',
    subtitle: '',
    href: 'http://ville.test/idees',
    self: 'http://ville.test/flux',
    author: 'Ville',
    language: 'fr',
    licence: licences.cc_by,
    since: new Date('2026-01-01T00:00:00Z'),
    entries: [],
    duties: [],
  }
  const entry = {
    id: 'urn:uuid:1',
    href: 'http://ville.test/idees/1',
    updated: new Date('2026-02-02T00:00:00Z'),
    published: new Date('2026-02-01T00:00:00Z'),
    author: null,
    summary: '',
    language: 'fr',
  }

  test('with nothing in it still says when it changed', () => {
    expect(atomOf(feed)).toContain('<updated>2026-01-01T00:00:00.000Z</updated>')
  })
  test('says under which terms it may be used again', () => {
    const { name, url } = licences.cc_by
    expect(atomOf(feed)).toContain(`<link rel="license" href="${url}"/>\n<rights>${name}</rights>`)
  })
  test.each(hostile)('holds any title as text: %s', (title) => {
    const xml = atomOf({ ...feed, entries: [{ ...entry, title }] })
    expect(xml.match(/<title>([^<>]*)<\/title>/g)).toHaveLength(2)
    expect(xml).toContain('<updated>2026-02-02T00:00:00.000Z</updated>')
  })
  test('leaves out what no document may hold', () => expect(inXml('a\u0000b\ud800c\u001f')).toBe('abc'))
  test('is cut between two words', () => expect(beginningOf('un deux trois', 9)).toBe('un deux…'))
})

describe('the picture of an idea', () => {
  test('lays a title in lines and ends with an ellipsis what does not fit', () => {
    expect(linesOf('un deux trois quatre', 8, 3)).toEqual(['un deux', 'trois', 'quatre'])
    expect(linesOf('un deux trois quatre', 8, 2)).toEqual(['un deux', 'trois…'])
    expect(linesOf('anticonstitutionnellement', 8, 2)).toEqual(['anticon…'])
  })
  test.each(hostile)('takes any title as text: %s', (title) => {
    const said = { theme: paris.theme, platform: 'P', count: '1', share: 0.5, rightToLeft: false }
    const tags = shareDrawing({ ...said, title }).match(/<\/?[a-z]+/gi)!
    expect(new Set(tags.map((tag) => tag.replace(/\W/g, '')))).toEqual(
      new Set(['svg', 'rect', 'pattern', 'path', 'text']),
    )
  })
})

describe('the timeline of an idea', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const base = {
    publication: 'published',
    collection: 'open',
    examination: 'none',
    delivery: 'none',
    entries: [],
    duties: [],
    deadlineAt: new Date('2027-01-01T00:00:00Z'),
    reachedAt: null,
    expiredAt: null,
    timeZone: 'Europe/Paris',
    rules: paris.ideas,
  } as const

  test('ends, while it collects, on the day it closes', () => {
    expect(stepsOf({ ...base, entries: [] }, now)).toMatchObject([{ kind: 'deadline', state: 'next' }])
  })
  test('ends, once the threshold is reached, on what the city owes and when', () => {
    const reached = {
      ...base,
      entries: [],
      duties: [],
      collection: 'reached' as const,
      reachedAt: new Date('2026-11-20T10:00:00Z'),
    }
    expect(stepsOf(reached, now)).toMatchObject([
      { kind: 'certification', state: 'next' },
      { kind: 'answer', state: 'next', at: new Date('2027-03-20T23:00:00Z') },
    ])
  })
  test('says that the city is late', () => {
    const late = {
      ...base,
      entries: [],
      duties: [],
      collection: 'certified' as const,
      reachedAt: new Date('2026-05-01T10:00:00Z'),
    }
    expect(stepsOf(late, now)).toMatchObject([{ kind: 'answer', state: 'late' }])
  })
  test('owes nothing more once the city has answered, or for what was withdrawn', () => {
    expect(isAnswerOwed({ collection: 'certified', examination: 'opinion_unfavourable' })).toBe(false)
    expect(stepsOf({ ...base, entries: [], duties: [], publication: 'withdrawn' }, now)).toEqual([])
  })
})
