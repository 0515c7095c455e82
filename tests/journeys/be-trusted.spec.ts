import { randomUUID } from 'node:crypto'
import { registrations, schedules } from '@/drizzle/schema'
import { markAttendance } from '@/lib/agir/attendance/commands'
import { answerHours } from '@/lib/agir/hours/approving/commands'
import { inTenant } from '@/lib/db'
import { aDate, aMember, anActivity, anOrganisation } from '../support/agir'
import { aPerson } from '../support/factories'
import { comingDay, expect, inDays, someoneOf, test, type Town } from '../support/town'

test.setTimeout(120_000)

/** All that is asked of an activity, kept by somebody and not sent. */
async function aDraftOf(town: Town, organisationId: string) {
  const body = 'On se retrouve devant le square, on plante, on range ensemble. Tout est fourni.'
  const place = { placeLabel: 'Square des Tanneurs', districtCode: town.tenant.territory.districts[0]!.code }
  const draft = { moderation: 'draft', publication: 'unpublished', publishedAt: null, slug: null } as const
  const { id } = await anActivity(town, { organisationId, body, spoken: ['fr'], ...place, ...draft })
  const starts = comingDay(town, 6, 10).toLocaleString('sv-SE', { timeZone: town.zone })
  const ends = starts.replace(' 10:', ' 12:')
  const once = {
    activityId: id,
    zone: town.zone,
    startsLocal: starts,
    endsLocal: ends,
    createdAt: new Date(),
  }
  await inTenant(town, (db) => db.insert(schedules).values(once))
  return id
}

test('a collective without a number is read, offers something, and two residents answer for it', async ({
  town,
}) => {
  const nora = await aPerson(town, { name: 'Nora Petit' })
  const name = 'Les mains vertes du quai'
  const page = await town.visit(nora)
  await page.goto(town.at('/agir/mes-organisations/nouvelle'))
  await page.getByLabel('Nom', { exact: true }).fill(name)
  await page.getByLabel('Collectif').check()
  await page.getByLabel('En une phrase').fill('Nous jardinons les pieds d’arbres du quai, le samedi.')
  await page
    .getByRole('group', { name: /Thèmes/ })
    .getByRole('checkbox')
    .first()
    .check()
  await page.getByRole('button', { name: 'Commencer la page' }).click()
  const ladder = page.getByRole('region', { name: 'Ce que votre groupe peut faire' })
  await expect(ladder).toContainText('invitez celles et ceux qui la tiendront avec vous')
  const own = page.url().split('?')[0]!
  await page.getByRole('button', { name: 'Envoyer à la ville' }).click()
  await expect(page.getByText('C’est envoyé')).toBeVisible()

  const reader = await town.visit(await aPerson(town, { role: 'moderator', name: 'Sofia Rossi' }))
  await reader.goto(town.at(`/decider/moderation?q=${encodeURIComponent(name)}`))
  await reader.getByRole('link', { name }).first().click()
  await reader.getByRole('link', { name: 'Publier', exact: true }).click()
  await reader.getByRole('button', { name: 'Publier', exact: true }).click()
  await expect(reader.getByText('Publié, par Sofia Rossi')).toBeVisible()

  await page.goto(own)
  await expect(ladder.getByText('Vous êtes ici')).toHaveCount(1)
  await expect(ladder).toContainText('0 sur 2 pour l’instant')
  await expect(ladder).toContainText('Trois activités ouvertes à la fois')
  await page.goto(town.at(`/agir/proposer/${await aDraftOf(town, own.split('/').at(-1)!)}/envoi`))
  await page.getByRole('button', { name: 'Envoyer à la ville' }).click()
  await expect(page.getByText('En lecture')).toBeVisible()

  await page.goto(own)
  await page.getByText('Par des personnes qui répondent de vous').click()
  const address = await page.getByText(/\/repondre$/).innerText()
  for (const who of ['Amina', 'Karim']) {
    const resident = await aPerson(town, { name: who, assurance: 'A3', residence: 'lives' })
    const neighbour = await town.visit(resident)
    await neighbour.goto(address)
    await neighbour.getByRole('button', { name: 'Je la connais et j’en réponds' }).click()
    await expect(neighbour.getByText('Merci. La ville en tient compte pendant un an.')).toBeVisible()
  }
  await page.reload()
  await expect(page.getByText('Connue').first()).toBeVisible()
  await expect(ladder).toContainText('Autant de dates par semaine que vous voulez.')
})

/** Somebody who helped for two hours the day before yesterday, as whoever organises has confirmed. */
async function aVolunteer(town: Town) {
  const { id: organisationId } = await anOrganisation(town, { name: 'Les Amis du canal' })
  const [manager, coordinator] = [await aPerson(town), await aPerson(town)]
  await aMember(town, organisationId, manager, { role: 'manager' })
  await aMember(town, organisationId, coordinator, { role: 'coordinator' })
  const { id: activityId } = await anActivity(town, { organisationId, title: 'Nettoyer les berges' })
  const [begins, later] = [inDays(-2), new Date()]
  const { id: dateId, positionId } = await aDate(town, activityId, begins, { zone: town.zone })
  const { personId } = await someoneOf(town, { name: 'Inès de La Tour' })
  const since = { state: 'confirmed' as const, at: inDays(-9), changedAt: inDays(-9) }
  const registrationId = randomUUID()
  const seat = { id: registrationId, activityId, occurrenceId: dateId, positionId, personId, ...since }
  await inTenant(town, (db) => db.insert(registrations).values({ ...seat, requestId: randomUUID() }))
  const mark = { registrationId, state: 'attended' as const, requestId: randomUUID(), tappedAt: begins }
  await markAttendance(town, { dateId, personId: coordinator, marks: [mark], now: begins })
  const answer = { registrationId, personId: coordinator, seen: 1, minutes: 120, reason: null, now: later }
  await answerHours(town, answer)
  return { personId, manager }
}

test('a volunteer’s certificate is checked by a stranger, and no longer holds once it is revoked', async ({
  town,
}) => {
  const { personId, manager } = await aVolunteer(town)
  const page = await town.visit(personId)
  await page.goto(town.at('/agir/mes-heures'))
  await page.getByRole('button', { name: 'Faire signer l’attestation' }).click()
  await expect(page.getByRole('heading', { name: 'Attestation de bénévolat' })).toBeVisible()
  await expect(page.getByText('Inès de La Tour', { exact: true })).toBeVisible()
  const serial = page.url().split('/').at(-1)!

  const stranger = await town.visit(null)
  await stranger.goto(town.at('/agir/attestations'))
  await stranger.getByLabel('Numéro de l’attestation').fill(serial.replaceAll('-', ' ').toLowerCase())
  await stranger.getByRole('button', { name: 'Vérifier' }).click()
  await expect(stranger.getByText('Cette attestation est valable')).toBeVisible()
  await expect(stranger.getByText('I. T.')).toBeVisible()
  await expect(stranger.getByText('Tour')).toHaveCount(0)
  const checked = stranger.url()

  const organiser = await town.visit(manager)
  await organiser.goto(town.at(`/agir/attestations/${serial}/revoquer`))
  await organiser.getByLabel('Pourquoi').fill('Ces heures n’ont pas été faites chez nous.')
  await organiser.getByRole('button', { name: 'Révoquer pour de bon' }).click()
  await expect(organiser.getByText(/Révoquée depuis le/)).toBeVisible()
  await stranger.goto(checked)
  await expect(stranger.getByText(/Révoquée depuis le/)).toBeVisible()
  await expect(stranger.getByText('n’ont pas été faites')).toHaveCount(0)
})
