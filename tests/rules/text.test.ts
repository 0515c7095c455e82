import { unbroken } from '@/lib/i18n/unbroken'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isReservedName, lengthOf, lineOfText, plainText, skeleton } from '../../lib/text'

const title = lineOfText({ min: 15, max: 80 })
const body = plainText({ min: 20, max: 4000 })
const codeOf = (schema: z.ZodType, text: unknown) => schema.safeParse(text).error?.issues[0]?.message

describe('what cannot be seen is refused, not silently removed', () => {
  test.each([
    ['a zero-width space', 'Mairie\u200Bde Paris en fleurs', 'invisible_characters'],
    ['a text turned around', 'Planter des arbres \u202Esel snad', 'direction_controls'],
    ['a file name turned around', 'photo de la place\u202Egnp.exe', 'direction_controls'],
    ['an isolate', 'Planter des \u2066arbres\u2069 partout', 'direction_controls'],
    ['a mark of direction', 'Planter des arbres\u200F partout', 'direction_controls'],
    ['a joiner outside an emoji', 'Planter des ar\u200Dbres partout', 'invisible_characters'],
    ['a soft hyphen', 'Planter des ar\u00ADbres partout', 'invisible_characters'],
    ['a byte order mark', '\uFEFFPlanter des arbres partout'.replace(/^/, 'x'), 'invisible_characters'],
    ['a letter with a hidden variant', 'Planter des a\uFE01rbres partout', 'invisible_characters'],
    ['words written in tags', 'Planter des arbres\u{E0041}\u{E0042} ici', 'invisible_characters'],
    ['a null', 'Planter des\u0000 arbres partout', 'control_characters'],
    ['a C1 control', 'Planter des\u0085 arbres partout', 'control_characters'],
    ['a new line in a title', 'Planter des arbres\r\nBcc: v@x', 'control_characters'],
    ['half of a character', 'Planter des arbres \ud83d ici', 'control_characters'],
    ['two hundred marks on one letter', `Planter des arbres e${'\u0301'.repeat(199)}`, 'too_many_marks'],
  ])('%s', (_what, text, code) => expect(codeOf(title, text)).toBe(code))
})

describe('what people really write is kept', () => {
  test.each([
    'Des bancs à l’ombre, rue de l’Été',
    'Un banc 👩🏽‍🌾 et des arbres 🌳 pour tous',
    'Drapeau 🏴󠁧󠁢󠁷󠁬󠁳󠁿 et famille 👨‍👩‍👧‍👦 sur la place',
    'Une touche 1️⃣ et un cœur ❤️ sur le mur',
    'أشجار وظل في ساحة السوق القديمة',
    'مُدَرَّسَةٌ جَدِيدَةٌ لِلْحَيِّ كُلِّهِ',
    'Các cây xanh cho đường phố Nguyễn',
    'Espace fine : « oui » à 50 % de vélos',
  ])('%s', (text) => expect(title.parse(text)).toBe(text))

  test('new lines and tabs, in a text', () => {
    expect(body.parse('Premier paragraphe.\r\n\r\n\tDeuxième.')).toBe('Premier paragraphe.\n\n\tDeuxième.')
  })
})

describe('lengths', () => {
  test('are counted in code points, once the text is composed and trimmed', () => {
    expect(lengthOf('  e\u0301te\u0301 🌳 ')).toBe(5)
    expect(title.parse('  e\u0301'.repeat(1) + 'cole ouverte tard ')).toBe('école ouverte tard')
  })

  test('fourteen are too few and fifteen enough, eighty enough and eighty-one too many', () => {
    expect(codeOf(title, 'a'.repeat(14))).toBe('too_short')
    expect(codeOf(title, 'a'.repeat(15))).toBeUndefined()
    expect(codeOf(title, '🌳'.repeat(80))).toBeUndefined()
    expect(codeOf(title, '🌳'.repeat(81))).toBe('too_long')
    expect(codeOf(title, '   ')).toBe('required')
  })

  test('say their bounds', () => {
    expect(title.safeParse('court').error?.issues[0]).toMatchObject({ params: { min: 15 } })
    expect(title.safeParse('a'.repeat(99)).error?.issues[0]).toMatchObject({ params: { max: 80 } })
  })

  test.each([
    ['a long run and its end', `${'a'.repeat(50_000)}!`],
    ['ten thousand times the longest ligature', '\uFDFA'.repeat(10_000)],
    ['brackets', '('.repeat(100_000)],
    ['a mountain of marks', 'e' + '\u0301'.repeat(1_000_000)],
    ['words', 'a b c '.repeat(100_000)],
  ])('are judged before anything else is looked at: %s', (_what, text) => {
    const began = performance.now()
    expect(codeOf(title, text)).toBe('too_long')
    expect(codeOf(body, text)).toBe('too_long')
    expect(performance.now() - began).toBeLessThan(50)
  })
})

describe('what looks the same is the same', () => {
  test.each([
    ['Mаirie de Paris', 'Mairie de Paris'],
    ['Ｍａｉｒｉｅ ｄｅ Ｐａｒｉｓ', 'Mairie de Paris'],
    ['Mairie de Par1s', 'MAIRIE DE PARIS'],
    ['Une e\u0301cole ouverte', 'Une école ouverte'],
    ['Une ecole, ouverte !'.replace(' !', '.'), 'Une école ouverte'],
    ['المكتبة', 'المكتبه'],
  ])('%s and %s', (one, other) => expect(skeleton(one)).toBe(skeleton(other)))

  test('and what differs differs', () => expect(skeleton('Des bancs')).not.toBe(skeleton('Des bacs')))

  test('nobody passes for the city', () => {
    for (const name of ['Mаirie de Paris', 'PARIS', 'Ville de Pаris', 'Admin', 'Mairie', 'بلدية مرسى']) {
      expect(isReservedName(name, ['Paris', 'مرسى'])).toBe(true)
    }
    expect(isReservedName('Paris Hilton', ['Paris'])).toBe(false)
    expect(isReservedName('Maria Villeneuve', ['Paris'])).toBe(false)
  })
})

test('an hour never leaves its last letters to the next line', () => {
  for (const locale of ['ar', 'en', 'fr', 'es']) {
    const said = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(0))
    expect(unbroken(said)).not.toMatch(/[ \t]/)
    expect(unbroken(said).replaceAll('\u00a0', ' ')).toBe(said)
  }
})
