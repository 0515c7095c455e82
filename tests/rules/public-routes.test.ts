import { describe, expect, test } from 'vitest'
import { publicRoute, publicRoutes } from '@/lib/server/page-cache/public-routes'
import type { Surface } from '@/lib/tenancy/site'
import { sources } from '../support/sources'

const surfaces = ['decider', 'agir', 'ville'] as const

/** Every address that a file of app/ answers, with a word in place of each parameter. */
const answered = sources
  .filter(({ path }) => /^app\/.*\/(page|route)\.tsx?$/.test(path))
  .flatMap(({ path, text }) => {
    const inside = path.replace(/^app\/(\[tenant\]\/\[locale\]\/)?/, '').replace(/\/?(page|route)\.tsx?$/, '')
    const [first = '', ...rest] = inside.split('/')
    const on = first === '[platform]' || first === 'api' ? surfaces : surfaces.filter((one) => one === first)
    const segments = (first === 'api' ? [first, ...rest] : rest).map((one) =>
      one.startsWith('[') ? 'x' : one,
    )
    return on.map((surface: Surface) => ({ surface, address: `/${segments.join('/')}`, path, text }))
  })

const isPublic = ({ surface, address }: { surface: Surface; address: string }) =>
  publicRoute(surface, address) !== undefined

describe('the list of pages that are the same for everyone', () => {
  test('names only pages that exist', () => {
    const idle = publicRoutes.filter(
      (route) =>
        !answered.some(({ surface, address }) => route.on.includes(surface) && route.path.test(address)),
    )
    expect(idle.map(({ path }) => path.source)).toEqual([])
  })

  test('names no page that asks who is there', () => {
    const asking = answered
      .filter(isPublic)
      .filter(({ text }) => /currentPerson|currentHolder|cookies\(|draftMode/.test(text))
    expect(asking.map(({ path }) => path)).toEqual([])
  })

  test('leaves out whatever belongs to one person', () => {
    const own = answered.filter(({ address }) =>
      /compte|connexion|moderation(?!\/chiffres)|deposer|mes-|media|auth/.test(address),
    )
    expect(own.length).toBeGreaterThan(3)
    expect(own.filter(isPublic).map(({ path }) => path)).toEqual([])
  })

  test('reads each address by its own words, not by those of one among many', () => {
    const named = publicRoutes.filter(({ path }) => !path.source.includes('[^'))
    const other = named.flatMap((route) => {
      const address = route.path.source.slice(1, -1).replaceAll('\\', '')
      return route.on.filter((on) => publicRoute(on, address) !== route).map((on) => `${on} ${address}`)
    })
    expect(other).toEqual([])
  })
})

test('a word of an address is looked up among a page’s own words: every object has a constructor', () => {
  const looksUp = /\b(name|file|state|slug|kind|step) in \w+|\[\(await params\)/
  const found = sources.filter(({ path, text }) => path.startsWith('app/') && looksUp.test(text))
  expect(found.map(({ path }) => path)).toEqual([])
})
