import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '@/lib/i18n/city-messages'
import { frenchSpaced } from '@/lib/i18n/french-spaces'
import { localized } from '@/lib/i18n/localized'
import { messagesFor } from '@/lib/i18n/messages'
import broken from '@/lib/i18n/messages/fr/broken.json'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { sentencesOf } from '../support/sentences'

const mayEndALine = /[^\s,] [:;!?»]|« /
const says = (sentences: Tenant['sentences']) => Tenant.parse({ ...structuredClone(belleville), sentences })

describe('no line ends before a double sign of French, nor inside its guillemets', () => {
  test('in the sentences of the product', () => {
    const all = sentencesOf({ ...messagesFor('fr'), broken })
    expect(all.filter(([, sentence]) => mayEndALine.test(sentence)).map(([key]) => key)).toEqual([])
    expect(all.filter(([, sentence]) => sentence.includes('\u00a0')).length).toBeGreaterThan(400)
  })

  test('in what a city says instead, and in its own words', () => {
    const city = says({ 'deposit.title': { fr: 'Déposer « {anIdea} » ?' } })
    expect(messagesOf(city, 'fr').deposit.title).toBe('Déposer «\u00a0{anIdea}\u00a0»\u00a0?')
    const english = says({ 'deposit.title': { en: 'Submit {anIdea} ?' } })
    expect(messagesOf(english, 'en').deposit.title).toBe('Submit {anIdea} ?')
    expect(localized({ fr: 'Où ?', en: 'Where ?' }, 'fr', city)).toBe('Où\u00a0?')
    expect(localized({ fr: 'Où ?', en: 'Where ?' }, 'en', city)).toBe('Where ?')
    expect(localized({ fr: 'Où ?' }, 'ar', city)).toBe('Où\u00a0?')
  })

  test('in the texts a new city begins with', () => {
    const files = readdirSync('tenants/blueprints').filter((file) => file.endsWith('.json'))
    const lines = files.flatMap((file) => readFileSync(`tenants/blueprints/${file}`, 'utf8').split('\n'))
    const french = lines.flatMap((line) => /^\s*"fr": (.*)$/.exec(line)?.[1] ?? [])
    expect(french.length).toBeGreaterThan(90)
    expect(french.filter((text) => mayEndALine.test(text))).toEqual([])
  })
})

test('what French shares with a format or an address is left as it is', () => {
  for (const text of [
    '{share, number, ::percent}',
    'https://ville.fr/a?b=c',
    '14:30',
    'Non, : jamais',
    ' : ',
  ])
    expect(frenchSpaced(text)).toBe(text)
})

test('a letter that says what the municipality did names it with a capital', () => {
  const { letters } = messagesFor('fr')
  const small = sentencesOf({ letters }).filter(([, sentence]) => /\b[Ll]a ville\b/.test(sentence))
  expect(small.map(([key]) => key)).toEqual([])
})
