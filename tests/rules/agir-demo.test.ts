import { describe, expect, test } from 'vitest'
import { plantedActivity } from '@/lib/tenancy/demo/activities/rules'
import { programmes } from '@/tenants/activities'
import { demos } from '@/tenants/demo'
import { initiativesOf } from '@/tenants/initiatives'
import { organisationsOf } from '@/tenants/organisations'
import { shippedCities } from '@/tenants/shipped'

const week = 7 * 86_400_000
const moments = ['2026-11-21T12:00:00Z', '2026-12-31T22:50:00Z', '2027-03-27T23:30:00Z'].map(
  (at) => new Date(at),
)

describe.each(shippedCities.map((city) => [city.id, city] as const))('in %s', (id, city) => {
  const planted = (now: Date) =>
    programmes[id]!.activities.map((item) =>
      plantedActivity(item, { tenant: city, organisationId: null, organiserId: 'someone', now }),
    )

  test.each(moments)('whatever the day it is first opened, what there is to do is ahead (%s)', (now) => {
    const dates = planted(now).flatMap(({ dates }) => dates.map(({ occurrence }) => occurrence))
    expect(dates.filter(({ startsAt }) => startsAt <= now)).toEqual([])
    const soon = dates.filter(({ startsAt }) => startsAt.getTime() - now.getTime() < week)
    expect(soon.length).toBeGreaterThan(4)
  })

  test('every subject and place is one the city has, and no two have one address', () => {
    const rows = planted(moments[0]!).map(({ row }) => row)
    const themes = city.themes.map((theme) => theme.id)
    const districts = city.territory.districts.map(({ code }) => code)
    expect(rows.flatMap(({ themeIds }) => themeIds!).filter((theme) => !themes.includes(theme))).toEqual([])
    expect(rows.filter(({ districtCode }) => districtCode && !districts.includes(districtCode))).toEqual([])
    expect(new Set(rows.map(({ slug }) => slug)).size).toBe(rows.length)
    expect(rows.filter(({ slug }) => !slug)).toEqual([])
  })

  test('a weekly date keeps its hour when the clocks change', () => {
    const series = planted(new Date('2027-03-10T12:00:00Z')).filter(({ dates }) => dates.length > 1)
    expect(series.length).toBeGreaterThan(2)
    for (const { dates, item } of series)
      for (const { occurrence } of dates) expect(occurrence.startsLocal.slice(11, 16)).toBe(item.when!.at)
  })
})

test.each(shippedCities.map(({ id }) => id))('what lasts in %s names what is there', (id) => {
  const known = new Set([
    ...programmes[id]!.activities.map(({ title }) => title),
    ...organisationsOf[id]!.map(({ name }) => name),
    ...demos[id]!.ideas.map(({ title }) => title),
  ])
  const named = initiativesOf[id]!.flatMap(({ by, activities, helping, news }) => [
    ...(by ? [by] : []),
    ...activities,
    ...helping.flatMap(({ activity, idea }) => [activity, idea]),
    ...news.flatMap(({ activity }) => activity ?? []),
  ])
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((name) => !known.has(name))).toEqual([])
})
