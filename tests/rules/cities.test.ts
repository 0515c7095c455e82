import { messagesFor } from '@/lib/i18n/messages'
import { describe, expect, test } from 'vitest'
import { iconShapes } from '@/components/ui/icon-shapes'
import { sentenceProblems } from '@/lib/i18n/sentence-problems'
import { ideaWords } from '@/lib/i18n/words'
import { beginningOf, gatheredBy, pointIn } from '@/lib/tenancy/demo/rules'
import { differences, digestOf, isSame, settingsProblems } from '@/lib/tenancy/versions/rules'
import { hiddenIn, lengthOf } from '@/lib/text'
import { themeProblems } from '@/lib/theme/rules'
import { deadlineOf } from '@/lib/rules/rules'
import { belleville } from '@/tenants/belleville'
import { demos } from '@/tenants/demo'
import { paris } from '@/tenants/paris'
import { puertoClaro } from '@/tenants/puerto-claro'
import { blueprints } from '@/tenants/blueprints/offered'
import { themeIcons } from '@/tenants/icons'
import { shippedCities } from '@/tenants/shipped'
import { locales, Tenant } from '@/tenants/tenant'

describe.each(shippedCities.map((city) => [city.id, city] as const))('%s', (id, city) => {
  test('has settings that do not contradict each other and colours that can be read', () => {
    expect(settingsProblems(city)).toEqual([])
    expect(themeProblems(city.theme)).toEqual([])
    expect(sentenceProblems({ sentences: {} }, city)).toEqual([])
  })

  test('has an icon that is offered for each of its themes', () => {
    const offered: readonly string[] = themeIcons
    expect(city.themes.filter(({ icon }) => !offered.includes(icon))).toEqual([])
  })

  test('has demo ideas that its own rules would let in', () => {
    const { titleLength, bodyLength } = city.ideas
    for (const { title, body, theme, district } of demos[id]!.ideas) {
      expect(lengthOf(title), title).toBeGreaterThanOrEqual(titleLength.min)
      expect(lengthOf(title), title).toBeLessThanOrEqual(titleLength.max)
      expect(lengthOf(body), title).toBeGreaterThanOrEqual(bodyLength.min)
      expect(lengthOf(body), title).toBeLessThanOrEqual(bodyLength.max)
      expect(hiddenIn(title, true) ?? hiddenIn(body, false), title).toBeNull()
      expect(city.themes.map((one) => one.id)).toContain(theme)
      expect(city.territory.districts.map((one) => one.code)).toContain(district)
    }
    const titles = demos[id]!.ideas.map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test('has no two hosts in common with another city', () => {
    const hostsOf = ({ hosts }: Tenant) =>
      [hosts.shared, hosts.decider, hosts.agir, ...hosts.aliases.map(({ host }) => host)].filter(Boolean)
    const others = shippedCities.filter((other) => other.id !== id).flatMap(hostsOf)
    expect(hostsOf(city).filter((host) => others.includes(host))).toEqual([])
  })
})

test.each([
  [
    'an alias without a platform',
    { hosts: { shared: 'a.test', aliases: [{ host: 'b.test', to: 'agir' }] } },
    'hosts.aliases',
  ],
  [
    'the same host twice',
    { hosts: { shared: 'a.test', aliases: [{ host: 'a.test', to: 'shared' }] } },
    'hosts',
  ],
  ['a language in which nothing is said', { locales: ['fr', 'en'] }, 'name'],
  ['a theme twice', { themes: [belleville.themes[0]!, belleville.themes[0]!] }, 'themes'],
  [
    'a title both too short and too long',
    { ideas: { ...belleville.ideas, titleLength: { min: 90, max: 80 } } },
    'ideas.titleLength',
  ],
  [
    'an outline that does not close',
    {
      territory: {
        ...belleville.territory,
        districts: [
          {
            code: 'open',
            name: { fr: 'Ouvert' },
            outline: {
              type: 'Polygon',
              coordinates: [
                [
                  [0, 0],
                  [1, 0],
                  [1, 1],
                  [0, 1],
                ],
              ],
            },
          },
        ],
      },
    },
    'territory.districts.open',
  ],
] as const)('a city may not publish %s', (_, change, place) => {
  const city = Tenant.parse({ ...structuredClone(belleville), ...structuredClone(change) })
  expect(settingsProblems(city).map(({ at }) => at)).toContain(place)
})

test('settings written in another order are the same settings', () => {
  expect(digestOf({ one: 1, two: { a: [1, 2], b: 2 } })).toBe(digestOf({ two: { b: 2, a: [1, 2] }, one: 1 }))
  expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]))
  expect(isSame({ one: 1, two: { a: [1, 2], b: 2 } }, { two: { b: 2, a: [1, 2] }, one: 1 })).toBe(true)
  expect(isSame(undefined, null)).toBe(true)
  for (const [one, other] of [
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: null }],
    [[], {}],
    [[1], [1, 2]],
    [0, ''],
    [null, {}],
  ])
    // prettier-ignore
    expect(isSame(one, other), JSON.stringify([one, other])).toBe(false)
})

test('a difference is told by its path, members of a list by their own name', () => {
  const themes = paris.themes.map((theme) => (theme.id === 'sport' ? { ...theme, icon: 'trophy' } : theme))
  const changed = {
    ...paris,
    themes,
    ideas: { ...paris.ideas, threshold: { mode: 'absolute', value: 2000 } },
  }
  expect(differences(paris, changed)).toEqual([
    { at: 'themes.sport.icon', before: 'dumbbell', after: 'trophy' },
    { at: 'ideas.threshold.value', before: 1500, after: 2000 },
  ])
})

test('each city says its own word for an idea, at the beginning of a sentence too', () => {
  expect(ideaWords({ tenant: paris, locale: 'fr' })).toMatchObject({ anIdea: 'une idée', TheIdea: 'L’idée' })
  expect(ideaWords({ tenant: belleville, locale: 'fr' })).toMatchObject({
    idea: 'proposition',
    Ideas: 'Propositions',
  })
  expect(ideaWords({ tenant: puertoClaro, locale: 'es' })).toMatchObject({
    theIdea: 'la propuesta',
    ideaGender: 'feminine',
  })
  expect(ideaWords({ tenant: belleville, locale: 'ar' }).idea).toBe('proposition')
})

test('a demo idea closes on the day it announces, and an open one never has its threshold', () => {
  const now = new Date('2026-11-21T12:00:00Z')
  const set = { version: 1, rules: paris.ideas, threshold: 1500, timeZone: 'Europe/Paris' } as never
  for (const idea of demos.paris!.ideas) {
    const begun = beginningOf(idea, set, now)
    expect(begun.getTime(), idea.title).toBeLessThan(now.getTime())
    if (idea.stage === 'open') {
      expect(deadlineOf(begun, paris.ideas.duration, 'Europe/Paris').getTime()).toBeGreaterThan(now.getTime())
      expect(gatheredBy(idea, 1500)).toBeLessThan(1500)
    }
    if (idea.stage === 'expired')
      expect(deadlineOf(begun, paris.ideas.duration, 'Europe/Paris').getTime()).toBeLessThan(now.getTime())
  }
})

test('a demo idea is placed inside its district', () => {
  const { outline } = paris.territory.districts.find(({ code }) => code === '12')!
  const { longitude, latitude } = pointIn(outline, 'Un mur d’escalade')
  expect(longitude).toBeGreaterThan(2.36)
  expect(longitude).toBeLessThan(2.48)
  expect(latitude).toBeGreaterThan(48.81)
  expect(latitude).toBeLessThan(48.86)
})

test('every icon that is offered for a theme is drawn, has its words, and is all that a blueprint uses', () => {
  expect(themeIcons.filter((icon) => !Object.hasOwn(iconShapes, icon))).toEqual([])
  for (const locale of locales)
    expect(Object.keys(messagesFor(locale).settings.icons).sort()).toEqual([...themeIcons].sort())
  const offered: readonly string[] = themeIcons
  const used = blueprints.flatMap(({ themes }) => themes.map(({ icon }) => icon))
  expect(used.filter((icon) => !offered.includes(icon))).toEqual([])
})
