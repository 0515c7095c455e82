import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { faultsOf, faultsShown } from '../support/accessibility'
import { body, goOn, path, send, signIn, writeDraft } from '../support/deposit-journey'
import { askRaw } from '../support/raw'
import { at, expect, test, withAndWithoutScripts } from '../support/journey'

const aTitle = () => `Des bancs à l’ombre ${randomUUID().slice(0, 6)}`

withAndWithoutScripts('Amina deposits an idea', () => {
  // One may have two ideas running: each way of going through it is another person's.
  const author = (scripts: boolean | undefined) => (scripts === false ? 'Julien Moreau' : 'Amina Diallo')

  test('from nothing to published, signing in on the way', async ({ page, browser, javaScriptEnabled }) => {
    const title = aTitle()
    await writeDraft(page, title)
    await page.getByRole('link', { name: 'Se connecter pour envoyer' }).click()
    await signIn(page, author(javaScriptEnabled))
    await expect(page).toHaveURL(/\/envoi$/)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
    await send(page)
    await expect(page.getByText('C’est envoyé. Merci.')).toBeVisible()
    const sent = new URL(page.url()).pathname

    const moderator = await browser.newPage({ javaScriptEnabled })
    await moderator.goto(path('/moderation'))
    await signIn(moderator, 'Sofia Rossi')
    await moderator.getByRole('link', { name: title }).click()
    await moderator.getByRole('button', { name: 'Publier', exact: true }).click()
    await expect(moderator.getByText('Publié, par Sofia Rossi')).toBeVisible()
    await moderator.getByRole('link', { name: 'Voir la page publique' }).click()
    await expect(moderator.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await moderator.close()

    await page.goto(at('belleville', sent))
    await page.getByLabel('Titre').fill(`${title} et des arbres`)
    await page.getByRole('button', { name: 'Publier cette version' }).click()
    await expect(page.getByText('Version 2')).toBeVisible()
    await page.getByText('Ouvrir le retrait').click()
    await page.getByRole('button', { name: 'Retirer ce texte' }).click()
    await expect(page.getByText('Vous l’avez retiré')).toBeVisible()
  })

  test('a form that fails keeps every word and says where to look', async ({ page }) => {
    await page.goto(path('/deposer'))
    await page.getByLabel('Titre').fill('Court')
    await page.getByLabel('Cadre de vie').check()
    await page.getByRole('button', { name: 'Continuer' }).click()
    const summary = page.getByRole('alert', { name: 'Quelques points à revoir' })
    await expect(summary).toBeFocused()
    await expect(page.getByLabel('Titre')).toHaveValue('Court')
    await expect(page.getByLabel('Cadre de vie')).toBeChecked()
    await summary.getByRole('link').click()
    await expect(page.getByLabel('Titre')).toBeFocused()
  })

  test('a draft left half-way is found again, and can be thrown away', async ({ page }) => {
    const title = aTitle()
    await page.goto(path('/deposer'))
    await page.getByLabel('Titre').fill(title)
    await page.getByLabel('Cadre de vie').check()
    await goOn(page, /\/lieu$/)
    await page.goto(path('/mes-idees'))
    await page.getByRole('link', { name: title }).click()
    await expect(page).toHaveURL(/\/lieu$/)
    await page.goBack()
    await page.getByRole('button', { name: `Effacer le brouillon : ${title}` }).click()
    await expect(page.getByText('Le brouillon est effacé')).toBeVisible()
    await expect(page.getByRole('link', { name: title })).toHaveCount(0)
  })

  test('an image is shown to its author, and to nobody else before publication', async ({ page }) => {
    await page.goto(path('/deposer'))
    await page.getByLabel('Titre').fill(aTitle())
    await page.getByLabel('Cadre de vie').check()
    await goOn(page, /\/lieu$/)
    await page.goto(page.url().replace(/lieu$/, 'images'))
    const send = async (name: string, buffer: Buffer) => {
      await page.getByLabel('Image', { exact: true }).setInputFiles({ name, mimeType: 'image/png', buffer })
      await page.getByLabel('Ce que l’on y voit').fill('La place en plein soleil')
      await page.getByRole('button', { name: 'Ajouter cette image' }).click()
    }
    await send('"><svg onload=alert(1)>.png', Buffer.from('<svg onload="alert(1)"/>'))
    await expect(page.getByText('n’est pas une image JPEG, PNG ou WebP')).toBeVisible()
    await expect(page.getByLabel('Ce que l’on y voit')).toHaveValue('La place en plein soleil')
    await send(
      'x.png',
      await sharp({ create: { width: 80, height: 60, channels: 3, background: '#678' } })
        .png()
        .toBuffer(),
    )
    const image = page.getByRole('img', { name: 'La place en plein soleil' })
    await expect(image).toBeVisible()
    const address = await image.getAttribute('src')
    const own = (await page.goto(at('belleville', address!)))!
    expect(own.status()).toBe(200)
    expect(own.headers()).toMatchObject({ 'content-type': 'image/webp', 'x-content-type-options': 'nosniff' })
    expect(own.headers()['content-security-policy']).toContain('sandbox')
    for (const host of ['belleville', 'decider.paris']) {
      const stranger = await askRaw(
        Number(new URL(at(host)).port),
        `GET ${address} HTTP/1.1\nHost: ${host}.localhost`,
      )
      expect(stranger.status).toBe(404)
    }
  })
})

test('another browser, and another city, find no such draft', async ({ page, browser }) => {
  await page.goto(path('/deposer'))
  await page.getByLabel('Titre').fill(aTitle())
  await page.getByLabel('Cadre de vie').check()
  await goOn(page, /\/lieu$/)
  const { pathname } = new URL(page.url())
  const other = await browser.newPage()
  expect((await other.goto(at('belleville', pathname)))?.status()).toBe(404)
  expect((await page.goto(at('decider.paris', pathname.replace('/decider', ''))))?.status()).toBe(404)
  await other.close()
})

test('a citizen does not read what waits for a moderator', async ({ page }) => {
  await page.goto(path('/moderation'))
  await signIn(page, 'Thomas Petit')
  await expect(page.getByRole('heading', { name: 'La modération' })).toHaveCount(0)
  expect((await page.goto(path('/moderation')))?.status()).toBe(403)
})

test('a text is kept while it is written, and its length counted', async ({ page }) => {
  await page.goto(path('/deposer'))
  await page.getByLabel('Titre').fill(aTitle())
  await page.getByLabel('Cadre de vie').check()
  await goOn(page, /\/lieu$/)
  await page.goto(page.url().replace(/lieu$/, 'texte'))
  await page.getByLabel('Texte').fill(body)
  await expect(page.getByText(`${body.length} caractères sur 3 000`)).toBeVisible()
  await expect(page.getByText(/^Gardé à/)).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Texte')).toHaveValue(body)
})

test('every step of a deposit can be used by everyone', async ({ page }) => {
  test.slow()
  await writeDraft(page, aTitle())
  const draft = page.url().replace(/\/envoi$/, '')
  const faults: string[] = []
  for (const step of ['sujet', 'lieu', 'proches', 'texte', 'images', 'envoi']) {
    faults.push(...(await faultsOf(page, `${draft}/${step}`)))
    if (step !== 'lieu') continue
    await page.getByLabel('À un endroit précis').check()
    faults.push(...(await faultsShown(page)))
  }
  expect(faults).toEqual([])
})
