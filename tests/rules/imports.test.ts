import { expect, test } from 'vitest'
import { readable } from '@/lib/html-text'
import type { Found } from '@/lib/ideas/imports/input'
import { records } from '@/lib/ideas/imports/input'
import { arrivalOf, instantOf } from '@/lib/ideas/imports/rules'
import { paris } from '@/tenants/paris'

const now = new Date('2026-11-21T12:00:00Z')
const found: Found = {
  id: '457',
  title: 'Plus de bancs',
  body: 'Des bancs partout.',
  createdAt: '2019-01-24 22:29:15 +0100',
  supports: '12',
  theme: '',
  district: '',
  address: '',
  latitude: '',
  longitude: '',
  url: '',
  removed: false,
  comments: [],
}

test.each([
  ['2019-01-24 22:29:15 +0100', '2019-01-24T21:29:15.000Z'],
  ['2015-09-26T02:27:57+0200', '2015-09-26T00:27:57.000Z'],
  ['2020-06-01T10:00:00Z', '2020-06-01T10:00:00.000Z'],
  ['2020-06-01 10:00:00 UTC', '2020-06-01T10:00:00.000Z'],
  ['2020-06-01 10:00', '2020-06-01T08:00:00.000Z'],
  ['2020-06-01', '2020-05-31T22:00:00.000Z'],
])('the date %s is the instant %s', (text, instant) => {
  expect(instantOf(text, 'Europe/Paris')?.toISOString()).toBe(instant)
})

test.each(['', 'yesterday', '2020-13-01', '2019-02-29', '01/02/2020', '2020-06-01T25:00:00Z', '٢٠٢٠-٠١-٠١'])(
  '« %s » is no date',
  (text) => expect(instantOf(text, 'Europe/Paris')).toBeNull(),
)

test('HTML becomes the text one would have read', () => {
  expect(readable('<p>L&#39;acc&egrave;s &agrave; l&#39;internet</p><ul><li>un</li><li>deux</li></ul>')).toBe(
    "L'accès à l'internet\n\n- un\n- deux",
  )
  expect(readable('<script>alert(1)</script><p>Bonjour <a href="https://a.test">ici</a></p>')).not.toContain(
    'alert',
  )
})

test('a text made to be slow to read is not', () => {
  const started = performance.now()
  readable('<p '.repeat(300_000))
  expect(performance.now() - started).toBeLessThan(2000)
})

test('a text that is no HTML keeps its signs, its lines and its entities as signs', () => {
  expect(readable('Béthune <> Lille, 2 < 3')).toBe('Béthune <> Lille, 2 < 3')
  expect(readable('Gaz &amp; eau\nDeuxième ligne <> autre')).toBe('Gaz & eau\nDeuxième ligne <> autre')
})

test.each([
  ['removed_at_origin', { removed: true }],
  ['no_id', { id: ' ' }],
  ['no_date', { createdAt: '' }],
  ['bad_date', { createdAt: 'hier' }],
  ['future_date', { createdAt: '2030-01-01' }],
  ['bad_count', { supports: '-1' }],
  ['bad_count', { supports: '1,5' }],
  ['bad_count', { supports: '9999999999' }],
  ['title_required', { title: ' ' }],
  ['title_too_long', { title: 'a'.repeat(301) }],
  ['body_required', { body: ' \n ' }],
  ['body_too_long', { body: 'a '.repeat(20_001) }],
  ['body_direction_controls', { body: 'un \u202etexte' }],
  ['body_control_characters', { body: 'caf\ufffd' }],
] as const)('%s: %o', (refusal, change) => {
  expect(arrivalOf({ ...found, ...change }, paris, now)).toBe(refusal)
})

test('an arrival keeps its date and its count, and is placed where the city knows the names', () => {
  const placed = {
    theme: 'sport et loisirs',
    district: '12e arrondissement',
    latitude: '48.84',
    longitude: '2.41',
  }
  expect(arrivalOf({ ...found, ...placed }, paris, now)).toMatchObject({
    originId: '457',
    publishedAt: new Date('2019-01-24T21:29:15Z'),
    supports: 12,
    themeId: 'sport',
    districtCode: '12',
    latitude: 48.84,
  })
  expect(arrivalOf({ ...found, theme: 'Impôts' }, paris, now)).toMatchObject({
    themeId: null,
    latitude: null,
  })
})

test('characters nobody sees are taken out, and it is said', () => {
  const arrival = arrivalOf({ ...found, body: 'Des bancs\u200b par\u00adtout\net des arbres' }, paris, now)
  expect(arrival).toMatchObject({ body: 'Des bancs partout\net des arbres', repaired: true })
})

test('a number is read where Cap Collectif writes one, and only agreement is support', () => {
  const opinion = {
    id: 7,
    title: 't',
    body: 'b',
    created_at: '2015-09-26T02:27:57+0200',
    votes_ok: 3,
    votes_nok: 9,
  }
  expect(records['cap-collectif-jsonl'].parse({ opinion })).toMatchObject({
    id: '7',
    supports: '3',
    removed: false,
  })
  expect(records['cap-collectif-jsonl'].safeParse({ opinion: { ...opinion, title: 3 } }).success).toBe(false)
  expect(records['cap-collectif-jsonl'].safeParse(null).success).toBe(false)
})
