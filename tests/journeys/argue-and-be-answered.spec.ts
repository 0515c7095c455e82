import type { Page } from '@playwright/test'
import { at, expect, test, withAndWithoutScripts } from '../support/journey'

const city = 'decider.paris'
const idea = '/idees/une-rue-aux-ecoles-devant-les-groupes-scolaires-de-la-rue-keller'

async function signIn(page: Page, name: string) {
  await page.getByRole('button', { name: /Mon compte Paris/ }).click()
  await page.getByText(name).first().click()
  await page.waitForURL(/decider\.paris/)
}

async function becomes(page: Page, name: string, path: string) {
  await page.goto(at(city, `/connexion?suite=${encodeURIComponent(path)}`))
  await signIn(page, name)
}

withAndWithoutScripts('Gérard argues', () => {
  test('he writes, signs in, finds his words, is answered by the city, edits and deletes', async ({
    page,
    browser,
    javaScriptEnabled,
  }) => {
    test.setTimeout(120_000)
    const [name, words] = javaScriptEnabled
      ? ['Gérard Lefèvre', `La rue est trop étroite <script>alert(1)</script>`]
      : ['Fatou N’Diaye', `Et les secours ? "><svg onload=alert(1)>`]
    page.on('dialog', () => expect('a script ran').toBe('never'))
    await page.goto(at(city, idea))
    const form = page.locator('#discussion form').filter({ has: page.locator('textarea') })
    await form.getByLabel('Contre').check()
    await form.getByRole('textbox').fill(words)
    await form.getByRole('button', { name: 'Publier le commentaire' }).click()
    await expect(page).toHaveURL(/\/connexion\?suite=/)
    await signIn(page, name)
    await expect(page.getByRole('textbox').first()).toHaveValue(words)
    await page.getByRole('button', { name: 'Publier le commentaire' }).click()
    await expect(page.getByText('Votre commentaire est publié')).toBeVisible()
    await expect(page.getByText(words)).toBeVisible()
    const thread = new URL(page.url()).pathname

    const agent = await (await browser.newContext({ javaScriptEnabled })).newPage()
    await becomes(agent, 'Sofia Rossi', `${idea}/discussion/ecrire?a=${thread.split('/').at(-1)}`)
    await agent.locator('#reponse-ville').fill('Un passage de 3,50 m reste libre pour les secours.')
    await agent.getByRole('button', { name: 'Publier la réponse de la Ville' }).click()
    await expect(agent.getByText('Votre commentaire est publié')).toBeVisible()
    await agent.context().close()

    await page.goto(at(city, thread))
    await expect(page.getByText('reste libre pour les secours')).toBeVisible()
    await page.goto(at(city, '/mes-commentaires'))
    await page.getByRole('link', { name: 'Modifier ou supprimer' }).first().click()
    // A page that wakes up puts a text back as it came.
    await page.waitForLoadState('networkidle')
    await page.getByRole('textbox').fill('Je précise : les secours passent-ils ?')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText('Votre commentaire est modifié')).toBeVisible()
    await expect(page.getByText(/modifié le/).first()).toBeVisible()

    await page.goto(at(city, '/mes-commentaires'))
    await page.getByRole('link', { name: 'Modifier ou supprimer' }).first().click()
    await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
    await expect(page.getByText('Votre commentaire est supprimé')).toBeVisible()
    await page.goto(at(city, thread))
    await expect(page.getByText('supprimé par la personne')).toBeVisible()
  })

  test('she finds an argument useful, once', async ({ page, javaScriptEnabled }) => {
    await becomes(page, javaScriptEnabled ? 'Thomas Petit' : 'Inès Benali', `${idea}/discussion?tri=recents`)
    const first = page.locator('article').first().getByRole('group')
    const useful = first.getByRole('button', { name: /^Utile/ })
    const before = Number((await useful.innerText()).replace(/\D/g, ''))
    await useful.click()
    await expect(first.getByRole('status')).toHaveText('Votre avis est compté.')
    await expect(useful).toContainText(String(before + 1))
  })
})
