import { expect, test } from 'vitest'
import { consequenceWords } from '@/lib/cli/tenant/words'
import { consequencesOf, originOf, planOf, settingsOf, type Version } from '@/lib/tenancy/versions/plan/rules'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'

const version = (number: number, author: string, settings: unknown): Version => ({
  version: number,
  author,
  settings,
  note: null,
  publishedAt: new Date(2026, 0, number),
})
const repainted = { ...belleville, theme: { ...belleville.theme, brand: '#1b4d89' } }
const history = [
  version(1, 'seed', belleville),
  version(2, 'person:7', repainted),
  version(3, 'git:abc', { ...repainted, population: 9000 }),
]

test('what was last decided in the console is told, and what came from a file is not', () => {
  const planned = planOf(history, { ...belleville, population: 9100 })
  expect(planned.map(({ at, drifted, from }) => [at, drifted, from.version])).toEqual([
    ['population', false, 3],
    ['theme.brand', true, 2],
  ])
})

test('a file overrides what was decided elsewhere only when told to, key by key', () => {
  const wanted = { ...belleville, population: 9100 }
  const planned = planOf(history, wanted)
  const published = (force: string[]) =>
    Tenant.parse(settingsOf(history[2]!.settings, wanted, planned, force))
  expect(published([])).toMatchObject({ population: 9100, theme: { brand: '#1b4d89' } })
  expect(published(['theme'])).toMatchObject({ theme: { brand: belleville.theme.brand } })
  expect(published(['theme.br'])).toMatchObject({ theme: { brand: '#1b4d89' } })
})

test('a theme added in the console stays when a file does not know it', () => {
  const market = { id: 'marche', name: { fr: 'Marché' }, icon: 'store' }
  const extended = { ...belleville, themes: [...belleville.themes, market] }
  const versions = [version(1, 'seed', belleville), version(2, 'person:7', extended)]
  const planned = planOf(versions, belleville)
  expect(planned).toMatchObject([{ at: 'themes.marche', drifted: true }])
  expect(settingsOf(extended, belleville, planned, [])).toEqual(extended)
  expect(settingsOf(extended, belleville, planned, ['themes.marche'])).toEqual(belleville)
})

test('a setting comes from the version that last changed it, even back to an earlier value', () => {
  const versions = [...history, version(4, 'person:9', { ...belleville, population: 9000 })]
  expect(originOf(versions, 'theme.brand').version).toBe(4)
  expect(originOf(versions, 'population').version).toBe(3)
  expect(originOf(versions, 'name').version).toBe(1)
})

test('a change of rules says what running ideas keep', () => {
  const changes = [{ at: 'ideas.threshold.value', before: 100, after: 2000 }]
  const lines = consequencesOf(changes, { running: 12, thresholds: { before: 100, after: 2000 } }).map(
    consequenceWords,
  )
  expect(lines).toContain('The threshold goes from 100 to 2,000.')
  expect(lines.join(' ')).toContain('12 running ideas keep the present ones')
  expect(
    consequencesOf([{ at: 'contact.email' }], {
      running: 1,
      thresholds: { before: 1, after: 1 },
    }),
  ).toEqual([])
})
