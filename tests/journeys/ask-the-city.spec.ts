import { at, expect, test, withAndWithoutScripts } from '../support/journey'

const city = 'decider.paris'
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

withAndWithoutScripts('Hélène consults', () => {
  test('she writes a draft, cannot open it half said, opens it, and everyone reads it', async ({
    page,
    javaScriptEnabled,
  }) => {
    const title = `Un kiosque ${javaScriptEnabled ? 'au square' : 'sur le quai'} ${Date.now()}`
    await page.goto(at(city, '/connexion?suite=/administration/consultations'))
    await page.getByRole('button', { name: /Mon compte Paris/ }).click()
    await page.getByText('Hélène Roy').first().click()
    await page.getByRole('link', { name: 'Ajouter une consultation' }).click()
    await page.getByRole('combobox', { name: 'Forme' }).selectOption({ label: 'Questionnaire' })
    await page.getByLabel('Titre').fill(title)
    await page.getByLabel('Premier jour').fill(day(-1))
    await page.getByLabel('Dernier jour').fill(day(2))
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText('Laissez au moins sept jours pour répondre.')).toBeVisible()
    await expect(page.getByLabel('Titre')).toHaveValue(title)

    await page.getByRole('combobox', { name: 'Forme' }).selectOption({ label: 'Questionnaire' })
    await page.getByLabel('Dernier jour').fill(day(20))
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText('Avant de publier, il manque')).toBeVisible()
    const answers = {
      'Résumé en cinq lignes': 'Un kiosque, oui ou non.',
      'Ce qui est déjà décidé': 'Le budget.',
      'Ce qui peut encore changer': 'La place et la taille.',
      'Qui est consulté': 'Tout le monde.',
      'Comment participer': 'En ligne.',
      Contact: 'kiosque@exemple.test',
    }
    for (const [label, words] of Object.entries(answers)) await page.getByLabel(label).fill(words)
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('button', { name: 'Publier la consultation' }).click()
    await expect(page.getByText('La consultation est publiée.')).toBeVisible()

    await page.goto(at(city, '/consultations?etat=en-cours'))
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByText('La place et la taille.')).toBeVisible()
    await expect(page.getByText('Bilan dû au plus tard')).toBeVisible()
  })
})

test('feeds and the calendar can be read by those who subscribe', async ({ page }) => {
  await page.goto(at(city, '/consultations'))
  const read = (path: string) =>
    page.evaluate(async (asked) => {
      const answer = await fetch(asked)
      return { type: answer.headers.get('content-type'), text: await answer.text() }
    }, path)
  const feed = await read('/consultations/flux')
  expect(feed.type).toContain('application/atom+xml')
  expect(feed.text).toMatch(/^<\?xml[\s\S]+<entry[\s\S]+<\/feed>\s*$/)
  const calendar = await read('/consultations/agenda.ics')
  expect(calendar.type).toContain('text/calendar')
  const lines = calendar.text.split('\r\n')
  const count = (said: string) => lines.filter((line) => line === said).length
  expect(count('BEGIN:VEVENT')).toBeGreaterThan(5)
  expect(count('BEGIN:VEVENT')).toBe(count('END:VEVENT'))
})
