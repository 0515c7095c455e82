import { expect, test } from 'vitest'
import { listLatestNews } from '@/lib/agir/news/queries'
import { anActivity, anOrganisation } from '../../support/agir'
import { aCity } from '../../support/cities'
import { aPerson } from '../../support/factories'
import { anInitiative, someNews } from '../../support/initiatives'

const day = (on: number) => new Date(Date.UTC(2026, 9, on, 10))

test('the home tells the latest of what is still in view, and of nothing else', async () => {
  const city = await aCity()
  const byId = await aPerson(city)
  const { id: suspended } = await anOrganisation(city, { state: 'suspended' })
  const garden = await anInitiative(city)
  const ended = await anInitiative(city, { state: 'ended' })
  const { id: walk } = await anActivity(city)
  const { id: hidden } = await anActivity(city, { moderation: 'hidden' })
  const { id: theirs } = await anActivity(city, { organisationId: suspended })
  const told = (on: number, title: string, of: { initiativeId: string } | { activityId: string }) =>
    someNews(city, { byId, title, state: 'published', publishedAt: day(on), ...of })
  await told(1, 'Le jardin', { initiativeId: garden.id })
  await told(2, 'La balade', { activityId: walk })
  await told(3, 'Finie', { initiativeId: ended.id })
  await told(4, 'Retirée', { activityId: hidden })
  await told(5, 'Suspendue', { activityId: theirs })
  await someNews(city, { byId, title: 'Brouillon', initiativeId: garden.id })
  const latest = await listLatestNews(city, 3)
  expect(latest.map(({ title }) => title)).toEqual(['La balade', 'Le jardin'])
  expect(latest[1]).toMatchObject({ activity: null, image: null, initiative: { slug: garden.slug } })
})
