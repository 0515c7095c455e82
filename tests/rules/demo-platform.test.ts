import { expect, test } from 'vitest'
import { isDone, nextStep } from '@/lib/operator/wizard/rules'
import { unwrittenIn } from '@/lib/tenancy/announcements/rules'
import { momentOf } from '@/lib/tenancy/demo/platform/rules'
import { helperMayOpen } from '@/lib/tenancy/help/rules'
import { platform } from '@/tenants/platform'
import { shippedCities } from '@/tenants/shipped'

const now = new Date('2026-11-22T10:20:00Z')
const tickets = Object.values(platform.cities).flatMap((city) => city.tickets)

test('what the demo announces is written in every language of those it is for', () => {
  for (const { cities, texts } of platform.announcements) {
    const read = shippedCities.filter(({ id }) => cities === null || cities.includes(id))
    expect(
      unwrittenIn(
        texts,
        read.flatMap(({ locales }) => locales),
      ),
    ).toEqual([])
  }
})

test('it announces at a round hour of the operator’s clock, for some time, and one of each standing', () => {
  const spans = platform.announcements.map(({ from, until }) => [momentOf(from, now), momentOf(until, now)])
  for (const [from, until] of spans) expect(from! < until!).toBe(true)
  expect(momentOf({ days: 0, hour: 9 }, now).toISOString()).toBe('2026-11-22T08:00:00.000Z')
  expect(spans.some(([from, until]) => from! <= now && now < until!)).toBe(true)
  expect(spans.some(([from]) => from! > now)).toBe(true)
})

test('every demo city was made, measured and asked something', () => {
  expect(Object.keys(platform.cities).sort()).toEqual(shippedCities.map(({ id }) => id).sort())
  expect(tickets.length).toBeGreaterThanOrEqual(shippedCities.length)
  expect(tickets.some(({ said }) => said.at(-1)!.side === 'city')).toBe(true)
})

test('the operator looked only where a city’s leave reaches, and while it lasted', () => {
  for (const { said, access, closed = -Infinity } of tickets) {
    const times = said.map(({ ago }) => ago)
    expect(times).toEqual([...times].sort((one, other) => other - one))
    expect(closed < times.at(-1)!).toBe(true)
    if (!access) continue
    expect(access.from <= times[0]! && access.until < access.from).toBe(true)
    expect(access.seen.filter((path) => !helperMayOpen(path))).toEqual([])
  }
})

test('a city that was begun goes on where it was left', () => {
  expect(isDone('look', platform.begun.answers)).toBe(true)
  expect(nextStep(platform.begun.answers)).toBe('languages')
})

test('an address that fails is one the city leads elsewhere from, never its main one', () => {
  for (const [id, { failingHost }] of Object.entries(platform.cities)) {
    const { hosts } = shippedCities.find((city) => city.id === id)!
    if (failingHost) expect(hosts.aliases.map(({ host }) => host)).toContain(failingHost.host)
  }
})
