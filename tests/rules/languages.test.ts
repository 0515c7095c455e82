import { expect, test } from 'vitest'
import { effectsOf, languageRefusal, noUses, notSpoken, spokenAfter } from '@/lib/tenancy/languages/rules'
import { belleville } from '@/tenants/belleville'
import type { Tenant } from '@/tenants/tenant'

const city: Tenant = { ...belleville, locales: ['fr', 'en'] }
const codes = (effects: ReturnType<typeof effectsOf>) => effects.map(({ code }) => code)

test('a city keeps at least one language, and what is written in another never holds it back', () => {
  expect(languageRefusal({ locales: ['fr'] }, 'retire', 'fr')).toBe('last_language')
  expect(languageRefusal(city, 'retire', 'es')).toBe('not_spoken')
  expect(languageRefusal(city, 'retire', 'en')).toBeNull()
  expect(languageRefusal(city, 'add', 'en')).toBe('spoken_already')
  expect(languageRefusal(city, 'lead', 'es')).toBe('not_spoken')
})

test('the first language is the one put first, or the next when the first is retired', () => {
  expect(spokenAfter(city, 'lead', 'en')).toEqual(['en', 'fr'])
  expect(spokenAfter(city, 'retire', 'fr')).toEqual(['en'])
  expect(spokenAfter(city, 'add', 'ar')).toEqual(['fr', 'en', 'ar'])
  expect(notSpoken(city)).toEqual(['es', 'ar'])
})

test('what retiring a language breaks is counted before anything is done', () => {
  const uses = { people: 3, ideas: 4, comments: 2, consultations: 0 }
  expect(effectsOf(city, 'retire', 'en', uses)).toEqual([
    { code: 'ideas_stay', count: 4, serious: true },
    { code: 'people_move', count: 3, serious: true },
    { code: 'comments_stay', count: 2 },
    { code: 'addresses_lead', count: 1 },
  ])
  expect(codes(effectsOf(city, 'retire', 'fr', noUses))).toContain('first_becomes')
  const onlyEnglish: Tenant = { ...city, sentences: { 'deposit.title': { en: 'Send {anIdea}' } } }
  expect(effectsOf(onlyEnglish, 'retire', 'en', noUses)).toContainEqual({
    code: 'only_there',
    count: 1,
    serious: true,
  })
})

test('adding a language says how many texts are to be written, legal answers apart', () => {
  const answered: Tenant = { ...city, legal: { ...city.legal, law: { fr: 'Le droit français.' } } }
  const effects = effectsOf(answered, 'add', 'es', noUses)
  const counts = Object.fromEntries(effects.map(({ code, count }) => [code, count]))
  expect(counts.words_to_write).toBeGreaterThan(3)
  expect(counts.legal_to_write).toBeGreaterThanOrEqual(1)
  expect(codes(effects)).toContain('addresses_appear')
})

test('putting a language first says which addresses change', () => {
  expect(codes(effectsOf(city, 'lead', 'en', noUses))).toEqual(
    expect.arrayContaining(['addresses_swap', 'newcomers']),
  )
})
