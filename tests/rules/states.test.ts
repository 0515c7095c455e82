import { describe, expect, test } from 'vitest'
import { actAt, cityStates, cityStatuses, isFeed, mayWrite, nextStatuses } from '@/lib/tenancy/states/rules'

const citizen = { isStaff: false }
const staff = { isStaff: true }

describe('what works in a city', () => {
  test.each([
    ['draft', false, true, true],
    ['trial', true, true, true],
    ['active', true, true, true],
    ['read_only', false, false, true],
    ['suspended', false, false, false],
    ['closing', false, false, true],
    ['deleted', false, false, false],
  ] as const)('%s: citizens take part %s, its people take part %s, and run it %s', (status, ...expected) => {
    expect([
      mayWrite(status, 'take_part', citizen),
      mayWrite(status, 'take_part', staff),
      mayWrite(status, 'run', staff),
    ]).toEqual(expected)
    expect(mayWrite(status, 'run', citizen)).toBe(false)
  })

  test('no letter leaves a city where nobody can come in', () => {
    for (const status of cityStatuses) expect(cityStates[status].letters).toBe(cityStates[status].signIn)
  })

  test('a city is deleted only after it was closing, and never comes back', () => {
    const ways = cityStatuses.filter((status) => nextStatuses[status].includes('deleted'))
    expect([ways, nextStatuses.deleted]).toEqual([['closing'], []])
  })
})

test.each([
  ['/api/auth/lien', 'sign_in'],
  ['/connexion', 'sign_in'],
  ['/connexions', 'take_part'],
  ['/administration/roles', 'run'],
  ['/idees/administration', 'take_part'],
])('%s is for %s', (path, act) => expect(actAt(path)).toBe(act))

test.each([
  ['/flux/idees.atom', true],
  ['/idees/fontaine/discussion/flux', true],
  ['/engagements/engagements.ics', true],
  ['/sitemap.xml', true],
  ['/idees/influx', false],
])('%s is a feed: %s', (path, expected) => expect(isFeed(path)).toBe(expected))
