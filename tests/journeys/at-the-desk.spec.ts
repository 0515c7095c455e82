import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { path, send, signIn, writeDraft } from '../support/deposit-journey'
import { at, expect, test, withAndWithoutScripts } from '../support/journey'

test.setTimeout(150_000)

const why = 'Merci d’avoir écrit. Nous ne comprenons pas encore où seraient les bancs : précisez-le.'
const aTitle = () => `Des bancs à l’ombre ${randomUUID().slice(0, 6)}`

/** Another person at another computer, already on a page of the desk. */
async function arrives(
  browser: Browser,
  name: string,
  to: string,
  javaScriptEnabled?: boolean,
): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled })
  await page.goto(path(to))
  await signIn(page, name)
  await expect(page).toHaveURL(new RegExp(to))
  return page
}

async function sends(page: Page, name: string): Promise<{ title: string; own: string }> {
  const title = aTitle()
  await writeDraft(page, title)
  await page.getByRole('link', { name: 'Se connecter pour envoyer' }).click()
  await signIn(page, name)
  await send(page)
  await expect(page.getByText('C’est envoyé. Merci.')).toBeVisible()
  return { title, own: new URL(page.url()).pathname }
}

async function finds(page: Page, title: string): Promise<void> {
  await page.goto(path(`/moderation?q=${encodeURIComponent(title)}`))
  await page.getByRole('link', { name: title }).first().click()
}

withAndWithoutScripts('an author refused who appeals and wins', () => {
  test('is read again by somebody else, and published', async ({ page, browser, javaScriptEnabled }) => {
    const author = javaScriptEnabled === false ? 'Fatou N’Diaye' : 'Mei Chen'
    const { title, own } = await sends(page, author)

    const first = await arrives(browser, 'Sofia Rossi', '/moderation', javaScriptEnabled)
    await finds(first, title)
    await first.getByRole('link', { name: 'Ne pas publier' }).click()
    await first.getByRole('button', { name: 'Envoyer le refus' }).click()
    await expect(first.getByText('Choisissez une réponse.').first()).toBeVisible()
    await first.getByLabel('Motif').selectOption('unclear')
    await first.getByLabel('Ce que vous lui dites').fill(why)
    await first.getByRole('button', { name: 'Envoyer le refus' }).click()
    await expect(first.getByText('Refusé, par Sofia Rossi')).toBeVisible()

    await page.goto(at('belleville', own))
    await expect(page.getByText('une personne a lu et décidé')).toBeVisible()
    await expect(page.getByText('Sofia Rossi')).toHaveCount(0)
    await page
      .getByLabel('Pourquoi vous n’êtes pas d’accord')
      .fill('Les bancs seraient sous les platanes, devant la gare.')
    await page.getByRole('button', { name: 'Envoyer le recours' }).click()
    await expect(page.getByText('Votre recours est envoyé')).toBeVisible()

    await finds(first, title)
    await expect(first.getByText('une autre personne doit lire la suite')).toBeVisible()
    await expect(first.getByRole('button', { name: 'Accepter le recours' })).toHaveCount(0)

    const second = await arrives(browser, 'Hélène Roy', '/moderation', javaScriptEnabled)
    await finds(second, title)
    await second
      .getByLabel('Votre réponse à la personne')
      .fill('Vous avez raison : le lieu était précis. Nous publions.')
    await second.getByRole('button', { name: 'Accepter le recours' }).click()
    await expect(second.getByText('Recours accepté, par Hélène Roy')).toBeVisible()
    await finds(second, title)
    await second.getByRole('button', { name: 'Publier', exact: true }).click()
    await expect(second.getByText('Publié, par Hélène Roy')).toBeVisible()
    await page.goto(at('belleville', own))
    await expect(page.getByText('Publier cette version')).toBeVisible()
    await Promise.all([first.close(), second.close()])
  })
})

test('a moderator’s morning by keyboard only', async ({ page, browser }) => {
  const visitor = await browser.newPage()
  const { title } = await sends(visitor, 'Gérard Lefèvre')
  await visitor.close()

  await page.goto(path(`/moderation?q=${encodeURIComponent(title)}`))
  await signIn(page, 'Sofia Rossi')
  const link = page.getByRole('link', { name: title })
  await expect(link).toBeVisible()
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Raccourcis clavier' })).toBeHidden()
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(link).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible()

  await page.keyboard.press('c')
  await expect(page.getByText('Entre vos mains depuis')).toBeVisible()
  await page.keyboard.press('r')
  await expect(page).toHaveURL(/acte=refuser/)
  await expect(page.getByLabel('Motif')).toBeFocused()
  await page.getByLabel('Ce que vous lui dites').focus()
  await page.keyboard.type('jkp rien ne bouge')
  await expect(page).toHaveURL(/acte=refuser/)
  await page.getByRole('link', { name: 'Publier', exact: true }).focus()
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/acte=publier/)
  await expect(page.getByRole('button', { name: 'Publier', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Publié, par Sofia Rossi')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Raccourcis clavier' })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { name: 'La modération', level: 1 })).toBeVisible()
})

withAndWithoutScripts('a neighbour reports a text', () => {
  test('without an account, and follows what becomes of it', async ({ page, browser, javaScriptEnabled }) => {
    const title =
      javaScriptEnabled === false
        ? 'Un chemin sûr à vélo des Vergers jusqu’au collège'
        : 'Des pontons pour pêcher en fauteuil'
    await page.goto(path(`/idees?q=${encodeURIComponent(title)}`))
    await page.getByRole('link', { name: title, exact: true }).click()
    await page.getByRole('link', { name: 'Signaler' }).first().click()
    await page.getByLabel('Ce qui ne va pas').selectOption('offensive')
    await page
      .getByLabel('Expliquez en quelques mots')
      .fill('La dernière phrase insulte les gens du quartier.')
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
    await expect(page.getByText('Confirmez que vous êtes de bonne foi.').first()).toBeVisible()
    await expect(page.getByLabel('Expliquez en quelques mots')).toHaveValue(/insulte/)
    await page.getByLabel('Je pense sincèrement').check()
    await page.getByRole('button', { name: 'Envoyer le signalement' }).click()
    await expect(page.getByText('Votre signalement est bien arrivé.')).toBeVisible()
    const followed = page.url()

    const reader = await arrives(browser, 'Sofia Rossi', '/moderation', javaScriptEnabled)
    await reader.goto(path(`/moderation?type=report&q=${encodeURIComponent(title.slice(0, 40))}`))
    await reader.locator('[data-task-link]').first().click()
    await reader.getByRole('link', { name: 'Laisser en ligne' }).click()
    await reader
      .getByLabel('Pourquoi il reste en ligne')
      .fill('Nous avons relu la phrase : elle critique un projet et n’insulte personne.')
    await reader.getByRole('button', { name: 'Laisser en ligne' }).click()
    await expect(reader.getByText('Laissé en ligne, par Sofia Rossi').first()).toBeVisible()
    await reader.close()

    await page.goto(followed)
    await expect(page.getByText('Le texte reste en ligne.')).toBeVisible()
    await expect(page.getByText('elle critique un projet')).toBeVisible()
  })
})

test('a role is given, used and taken back between two pages', async ({ page, browser }) => {
  await page.goto(path('/administration/roles?q=Thomas'))
  await signIn(page, 'Hélène Roy')
  const thomas = await arrives(browser, 'Thomas Petit', '/compte')
  await page.goto(path('/administration/roles?q=Thomas'))
  await page
    .getByRole('link', { name: /Choisir Thomas Petit/ })
    .first()
    .click()
  await page.getByLabel('Rôle', { exact: true }).selectOption('moderator')
  await page.getByLabel('Pourquoi').fill('Renfort de décembre')
  await page.getByRole('button', { name: 'Donner ce rôle' }).click()
  await expect(page.getByText('Le rôle est donné.')).toBeVisible()
  expect((await thomas.goto(path('/moderation')))?.status()).toBe(200)
  await page.getByRole('button', { name: 'Retirer à Thomas Petit : Modération' }).first().click()
  await expect(page.getByText('Le rôle est retiré.')).toBeVisible()
  expect((await thomas.goto(path('/moderation')))?.status()).toBe(403)
  expect((await thomas.goto(path('/administration/roles')))?.status()).toBe(403)
  await thomas.close()
})
