import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowsSigns } from '@/lib/text'
import { readOnce, recordReadOnce } from '@/lib/twice-encoded'

/** What becomes of a text whose bytes are taken for signs of Windows-1252, or of Latin-1. */
function twice(text: string, isWindows: boolean): string {
  const sign = (byte: number) =>
    isWindows && byte >= 0x80 && byte < 0xa0 ? windowsSigns.charAt(byte - 0x80) : String.fromCharCode(byte)
  return Array.from(Buffer.from(text), sign).join('')
}

const alphabets = [
  'abcdefghijklmnopqrstuvwxyz',
  'aàâæbcçdeéèêëfghiîïjklmnoôœpqrstuùûüvwxyÿz',
  'aáàâãbcçdeéêfghiíjlmnoóôõpqrstuúvxz',
  'abcdeéfghiíjklmnñoópqrstuúüvwxyz',
  'aäåæbcdefghijklmnoöøpqrsßtuüvwxyz',
  'aąbcćčdďeęěfghiíjklłmnńňoóprřsśštťuůúvwyýzźż',
  'aâăbcdefghiîjklmnoprsștțuvxz',
  'abcçdefgğhıijklmnoöprsştuüvyz',
  'абвгдежзийклмнопрстуфхцчшщыэюя',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
]
const words = fc.constantFrom(...alphabets).chain((letters) =>
  fc
    .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 9 })
    .map((chosen) => chosen.join(''))
    .chain((word) => fc.constantFrom(word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1))),
)
/** As typography has it, and as people do: what comes before a word, and after it. */
const before = [
  '',
  '',
  '',
  '« ',
  '«',
  '“',
  '„',
  '‘',
  '(',
  '¿',
  '¡',
  'nº ',
  '№ ',
  '5 ',
  '12°',
  '€',
  '£',
  'l’',
  '—',
]
const after = [
  '',
  '',
  '',
  ' »',
  '»',
  '”',
  '“',
  '’',
  '…',
  '…',
  ')',
  '™',
  '®',
  '©',
  '²',
  '¹',
  ' :',
  '\u00a0!',
  '—',
  '–',
  ', ',
  '. ',
  ' 5 €',
  ' 20°C',
  ' • ',
  ' 🌳',
]
/** « Â© 2026 » and « Ãœber »: nobody can tell them from such a beginning of a text that is right, which no language has. */
const untold = /(?<!\p{L})[ÂÃ][©®ªº¹²³ŠšŽžŒœŸ]/u
const texts = fc
  .array(
    fc.tuple(fc.constantFrom(...before), words, fc.constantFrom(...after)).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '))
  .filter((text) => !untold.test(text))

test('a text that is right is never changed', () => {
  fc.assert(
    fc.property(texts, (text) => void expect(readOnce(text)).toBe(text)),
    { numRuns: 5000 },
  )
})

test('a text with an accent, encoded once or twice too often, is read as it was', () => {
  const accented = fc.constantFrom(
    'café',
    'Été',
    'forêt',
    'niño',
    'coração',
    'l’œuvre',
    'N°5',
    'THÉÂTRE',
    'ÉCOLE',
  )
  fc.assert(
    fc.property(texts, accented, fc.boolean(), (text, word, isWindows) => {
      const right = `${word} ${text}`
      expect(readOnce(twice(right, isWindows))).toBe(right)
      expect(readOnce(twice(twice(right, isWindows), isWindows))).toBe(right)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['ThÃ©Ã¢tre de lâ€™Å“uvre', 'Théâtre de l’œuvre'],
  ['FÃªte Ã la mairie du 5Ã¨me, dÃ©jÃ', 'Fête à la mairie du 5ème, déjà'],
  ['Ã‰COLE DU THÃ‰Ã‚TRE', 'ÉCOLE DU THÉÂTRE'],
  ['Place nÂ°5, Â« chez Zoé', 'Place nÂ°5, Â« chez Zoé'],
  ['AMANHÃ…', 'AMANHÃ…'],
  ['“AMANHÔ', '“AMANHÔ'],
  ['SÃO JOÃO, GÅ’', 'SÃO JOÃO, GÅ’'],
])('%s is read %s', (sent, meant) => {
  expect(readOnce(sent)).toBe(meant)
})

test('every text of a record is read, however it is nested, and it is said whether one was mended', () => {
  const record = { title: 'FÃªte', tags: ['dÃ©jÃ ', 3], place: { label: null } }
  expect(recordReadOnce(record)).toEqual({
    record: { title: 'Fête', tags: ['déjà ', 3], place: { label: null } },
    isMended: true,
  })
  const right = { title: 'Fête' }
  expect(recordReadOnce(right)).toEqual({ record: right, isMended: false })
  const deep = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)) as unknown
  expect(recordReadOnce(deep).isMended).toBe(false)
})
