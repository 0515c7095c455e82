import { randomUUID } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import { activities, occurrences, positions, registrations, schedules } from '@/drizzle/schema'
import { settleCancellations } from '@/lib/agir/dates/settling/commands'
import { remindRegistrants } from '@/lib/agir/registrations/commands'
import { writeDates } from '@/lib/agir/schedules/commands'
import { inTenant } from '@/lib/db'
import { aDate, anActivity } from '../support/agir'
import { aPerson } from '../support/factories'
import { letterTo } from '../support/mailbox'
import { comingDay, dayIn, expect, inDays, someoneOf, test, type Town } from '../support/town'

test.setTimeout(120_000)

const saturday = 6
const [phone, minute] = [{ width: 360, height: 740 }, 60_000]

test('Samia finds something near on Saturday on her phone, and is reminded', async ({ town }) => {
  const [longitude, latitude] = town.tenant.territory.centre as [number, number]
  const [day, zone] = [comingDay(town, saturday, 10), { zone: town.zone }]
  const offers = [
    { title: 'Fabriquer des nichoirs', latitude, on: day },
    { title: 'Trop loin pour elle', latitude: latitude + 0.4, on: day },
    { title: 'Le lendemain seulement', latitude, on: inDays(1, day) },
  ]
  for (const { on, ...said } of offers) {
    const { id } = await anActivity(town, { ...said, longitude, placeLabel: 'La halle' })
    await aDate(town, id, on, zone)
  }
  const samia = await someoneOf(town, { name: 'Samia Haddad' })
  const geolocation = { longitude, latitude }
  const options = {
    viewport: phone,
    isMobile: true,
    hasTouch: true,
    permissions: ['geolocation'],
    geolocation,
  }
  const page = await town.visit(samia.personId, options)

  await page.goto(town.at('/agir/activites'))
  await page.getByRole('button', { name: 'Près de moi' }).tap()
  await expect(page).toHaveURL(/lat=/)
  await expect(page.getByRole('link', { name: 'Trop loin pour elle' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Filtrer' }).tap()
  for (const label of ['Du', 'Au']) await page.getByLabel(label, { exact: true }).fill(dayIn(day, town.zone))
  await page.getByRole('button', { name: 'Afficher les résultats' }).tap()
  await expect(page).toHaveURL(/du=/)
  await expect(page.getByRole('article').getByRole('link')).toHaveText(['Fabriquer des nichoirs'])
  await page.getByRole('link', { name: 'Fabriquer des nichoirs' }).tap()
  await page.getByRole('button', { name: 'M’inscrire' }).tap()
  await expect(page.getByText('Votre place est réservée').first()).toBeVisible()
  await page.getByRole('link', { name: 'Toutes mes inscriptions' }).tap()
  await expect(page.getByRole('heading', { name: 'Fabriquer des nichoirs' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)

  await remindRegistrants(town, inDays(-0.9, day))
  const letter = await letterTo(samia.email, 'Votre activité approche')
  expect(letter.text).toContain('La halle')
})

/** Three Saturdays of one series of somebody, with twelve people registered for each. */
async function aSeries(town: Town, organiserId: string) {
  const { zone } = town
  const { id: activityId } = await anActivity(town, { organiserId, title: 'Chorale du samedi', capacity: 20 })
  const startsLocal = comingDay(town, saturday, 18).toLocaleString('sv-SE', { timeZone: zone })
  const endsLocal = startsLocal.replace(' 18:', ' 20:')
  const [singers, now] = [await Promise.all(Array.from({ length: 12 }, () => someoneOf(town))), new Date()]
  const timing = { activityId, zone, startsLocal, endsLocal, rule: 'FREQ=WEEKLY;COUNT=3', createdAt: now }
  const ofIt = eq(positions.activityId, activityId)
  const seats = await inTenant(town, async (db) => {
    const [schedule] = await db.insert(schedules).values(timing).returning()
    const [activity] = await db.select().from(activities).where(eq(activities.id, activityId))
    await writeDates(db, schedule!, activity!, now)
    return db.update(positions).set({ seatsTaken: 12 }).where(ofIt).returning()
  })
  const rows = seats.flatMap(({ id: positionId, occurrenceId }) =>
    singers.map(({ personId }) => ({
      ...{ activityId, occurrenceId, positionId, personId, state: 'confirmed' as const },
      ...{ at: now, changedAt: now, requestId: randomUUID() },
    })),
  )
  await inTenant(town, (db) => db.insert(registrations).values(rows))
  return { activityId, singers }
}

test('an organiser cancels one date of a series: its twelve registered are told, the others stay', async ({
  town,
}) => {
  const organiserId = await aPerson(town)
  const { activityId, singers } = await aSeries(town, organiserId)
  const page = await town.visit(organiserId)

  await page.goto(town.at(`/agir/mes-activites/${activityId}`))
  await expect(page.getByText('12 places prises')).toHaveCount(3)
  await page.getByRole('link', { name: 'Changer' }).nth(1).click()
  await page.getByText('L’annuler', { exact: true }).click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Annuler la date' }) })
  await expect(form.getByLabel('Cette date seulement')).toBeChecked()
  await form.getByLabel('Pourquoi ?').fill('La salle est fermée ce soir-là.')
  await form.getByRole('button', { name: 'Annuler la date' }).click()
  await expect(page.getByRole('button', { name: 'Rétablir' })).toHaveCount(1)

  await settleCancellations(town, new Date(Date.now() + 16 * minute))
  const letters = await Promise.all(singers.map(({ email }) => letterTo(email, 'annulé')))
  for (const { text } of letters) expect(text).toContain('La salle est fermée ce soir-là.')
  await page.goto(town.at(`/agir/activites/activite-${activityId}`))
  await expect(page.getByText('Annulée', { exact: true })).toHaveCount(1)
  const states = await inTenant(town, (db) =>
    db
      .select({ date: occurrences.state, registration: registrations.state, people: count() })
      .from(registrations)
      .innerJoin(occurrences, eq(occurrences.id, registrations.occurrenceId))
      .where(eq(registrations.activityId, activityId))
      .groupBy(occurrences.state, registrations.state)
      .orderBy(occurrences.state),
  )
  expect(states).toEqual([
    { date: 'cancelled', registration: 'cancelled', people: 12 },
    { date: 'scheduled', registration: 'confirmed', people: 24 },
  ])
})

test('Lina, who is fifteen, comes once her guardian has agreed by the letter’s page', async ({ town }) => {
  const day = comingDay(town, saturday, 14)
  const { id, slug, title } = await anActivity(town, { minors: 'with_consent', title: 'Repeindre le préau' })
  await aDate(town, id, day, { zone: town.zone })
  const birthYear = day.getUTCFullYear() - 15
  const lina = await someoneOf(town, { name: 'Lina Robert', birthYear })
  const guardian = `${randomUUID()}@exemple.fr`
  const page = await town.visit(lina.personId)

  await page.goto(town.at(`/agir/activites/${slug}`))
  await page.getByRole('button', { name: 'M’inscrire' }).click()
  await page.getByLabel('Adresse e-mail d’un parent ou d’un responsable').fill(guardian)
  await page.getByRole('button', { name: 'M’inscrire' }).click()
  await expect(page.getByText('Il manque l’accord d’un responsable').first()).toBeVisible()

  const { text } = await letterTo(guardian, 'accord')
  const parent = await town.visit(null)
  await parent.goto(/http:\S+jeton=\S+/.exec(text)![0])
  await expect(parent.getByText(title).first()).toBeVisible()
  await parent.getByLabel('J’ai l’autorité parentale sur Lina Robert').check()
  await parent.getByRole('button', { name: 'Donner mon accord' }).click()
  await expect(parent.getByText('Vous avez donné votre accord')).toBeVisible()
  await page.goto(town.at('/agir/mes-inscriptions'))
  await expect(page.getByText('Votre place est réservée')).toBeVisible()
})
