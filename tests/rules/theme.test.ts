import { describe, expect, test } from 'vitest'
import { fieldErrors, fieldsOf } from '@/lib/form-state'
import { stepForms } from '@/lib/operator/wizard/input'
import { withTaken } from '@/lib/operator/wizard/rules'
import { LookInput } from '@/lib/tenancy/look/input'
import { lookIn } from '@/lib/tenancy/look/rules'
import { contrast } from '@/lib/theme/colour'
import { fontCss, fontFiles } from '@/lib/theme/fonts'
import { pairs, themeProblems } from '@/lib/theme/rules'
import { stylesheetOf } from '@/lib/theme/stylesheet'
import { tokensOf } from '@/lib/theme/tokens'
import { shippedCities } from '@/tenants/shipped'
import { fontPairs } from '@/tenants/theme'

const schemes = ['light', 'dark'] as const

describe.each(shippedCities.map((city) => [city.id, city] as const))('%s', (_id, city) => {
  test.each(schemes)('can be read in the %s, pair by pair', (scheme) => {
    const tokens = tokensOf(city.theme, scheme)
    const tooClose = pairs.filter(
      ({ front, behind, needed }) => contrast(tokens[front], tokens[behind]) < needed,
    )
    expect(tooClose).toEqual([])
  })

  test('keeps the two colours it picked', () => {
    expect(tokensOf(city.theme, 'light')).toMatchObject({
      action: city.theme.brand,
      accent: city.theme.accent,
    })
  })

  test('serves a sheet named by what is in it, light and dark', () => {
    const { hash, css } = stylesheetOf(city)
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
    expect(css).toContain(`--action:${city.theme.brand}`)
    expect(css).toContain('prefers-color-scheme:dark')
    const repainted = { ...city, theme: { ...city.theme, brand: '#112233' } }
    expect(stylesheetOf(repainted).hash).not.toBe(hash)
  })
})

test('text asks for 4.5, what is not text for 3, and hover, focus and disabled are among the pairs', () => {
  expect([...new Set(pairs.map(({ needed }) => needed))].sort()).toEqual([3, 4.5])
  const fronts = pairs.map(({ front, behind }) => `${front} on ${behind}`)
  expect(fronts).toEqual(
    expect.arrayContaining([
      'on-action on action-hover',
      'link-hover on paper',
      'focus on deep',
      'on-disabled on disabled',
      'on-danger on danger-hover',
    ]),
  )
})

describe('colours that cannot be read', () => {
  const pale = { brand: '#ffe600', accent: '#ffd0d0' }

  test('are refused pair by pair, with the colour to change', () => {
    const problems = themeProblems(pale)
    expect(problems).toContainEqual(
      expect.objectContaining({
        choice: 'brand',
        scheme: 'light',
        front: 'action',
        behind: 'paper',
        needed: 3,
      }),
    )
    expect(problems.some(({ choice }) => choice === 'accent')).toBe(true)
    for (const { ratio, needed } of problems) expect(ratio).toBeLessThan(needed)
  })

  test('come with the nearest shades that pass, of the same hue', () => {
    const proposed = (choice: 'brand' | 'accent') =>
      themeProblems(pale).find((problem) => problem.choice === choice)?.proposal ?? ''
    const mended = { brand: proposed('brand'), accent: proposed('accent') }
    expect(mended.brand).toMatch(/^#[0-9a-f]{6}$/)
    expect(themeProblems(mended)).toEqual([])
    expect(contrast(mended.brand, '#ffffff')).toBeLessThan(5)
  })
})

test.each([
  '#000000',
  '#ffffff',
  '#808080',
  '#ff0000',
  '#00ff00',
  '#0000ff',
  '#ffff00',
  '#7f00ff',
  '#00817a',
])('whatever is picked, %s included, there is a shade of it that can be published', (picked) => {
  const problems = themeProblems({ brand: picked, accent: picked })
  const mended = (choice: 'brand' | 'accent') =>
    problems.find((problem) => problem.choice === choice)?.proposal ?? picked
  expect(themeProblems({ brand: mended('brand'), accent: mended('accent') })).toEqual([])
})

describe('fonts', () => {
  test.each(fontPairs)('%s names only files that are served, in two weights', (pair) => {
    const { faces, title, text } = fontCss(pair, ['fr', 'en'])
    const named = [...faces.matchAll(/url\(\/fonts\/([^)]+)\)/g)].map(([, file]) => file!)
    expect(named.length).toBeGreaterThan(0)
    for (const file of named) expect(fontFiles.has(file)).toBe(true)
    expect(faces.match(/font-display:swap/g)).toHaveLength(named.length)
    for (const stack of [title, text]) expect(stack).toMatch(/Parvis (Title|Text)/)
    expect(faces).toContain('size-adjust')
  })

  test('Arabic letters come only to a city that writes them', () => {
    expect(fontCss('source', ['fr']).faces).not.toContain('arabic')
    expect(fontCss('source', ['fr', 'ar']).faces).toContain('U+0600-06FF')
  })
})

test('a shade that is taken is read in place of the colour it is for, and nothing else sent is touched', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ brand: '#ffd000', accent: '#bf7d0a', alt: 'Une tour' }))
    form.set(name, value)
  const sent = (take: string) => (form.set('take', take), fieldsOf(withTaken(form)))
  for (const strange of ['seed:#123456', 'brand:red', ''])
    expect(sent(strange)).toMatchObject({ brand: '#ffd000', accent: '#bf7d0a' })
  expect(sent('brand:#7E6600')).toMatchObject({ brand: '#7e6600', accent: '#bf7d0a', alt: 'Une tour' })
  expect(lookIn({ brand: '#ffd000', take: 'accent:#9c6508' }, shippedCities[0]!.theme)).toMatchObject({
    brand: '#ffd000',
    accent: '#9c6508',
  })
})

test('a colour that cannot be read is refused at its field, with the one to take instead', () => {
  const { proposal } = themeProblems({ brand: '#ffd000', accent: '#bf7d0a' })[0]!
  const colours = { brand: '#ffd000', accent: '#bf7d0a' }
  const rest = {
    rowVersion: '0',
    fonts: 'public-sans',
    header: 'line',
    hero: 'split',
    seed: 'x',
    monogram: 'X',
  }
  for (const read of [LookInput.safeParse({ ...rest, ...colours }), stepForms.look.safeParse(colours)])
    expect(fieldErrors(read.error!)).toMatchObject({
      brand: { code: 'unreadable_colour', said: { named: proposal } },
    })
})
