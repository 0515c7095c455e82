import type { Page } from '@playwright/test'
import { faultsOf } from '../support/accessibility'
import { at, expect, test, withAndWithoutScripts } from '../support/journey'
import { type Letter, letterTo } from '../support/mailbox'
import { askRaw } from '../support/raw'

const port = Number(process.env.PARVIS_PORT ?? 3000)

const linkIn = ({ text }: Letter) => /http:\S+jeton=\S+/.exec(text)![0]
const newAddress = () => `journey-${Date.now()}-${Math.floor(Math.random() * 1e6)}@exemple.fr`

async function askFor(page: Page, address: string, suite = '/decider/compte') {
  await page.goto(at('belleville', `/decider/connexion?suite=${encodeURIComponent(suite)}`))
  await page.getByLabel('Votre adresse e-mail').fill(address)
  await page.getByRole('button', { name: 'M’envoyer un lien' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Regardez votre boîte aux lettres')
}

/** Chooses someone at the city's account service. */
async function become(page: Page, host: string, name: string, path = '/connexion') {
  await page.goto(at(host, path))
  await page.locator('form[action="/api/auth/signin/oidc"] button').click()
  await page.getByRole('button', { name }).click()
  await page.waitForURL((url) => url.hostname !== 'compte.localhost')
}

withAndWithoutScripts('a first visit', () => {
  test('Nadia asks for a link, confirms, and finds her account', async ({ page }) => {
    const address = newAddress()
    await askFor(page, address)
    const link = linkIn(await letterTo(address))
    const { pathname, search } = new URL(link)
    for (const _scan of [1, 2]) {
      const { status } = await askRaw(
        port,
        `GET ${pathname}${search} HTTP/1.1\nHost: belleville.localhost:${port}\n`,
      )
      expect(status).toBe(200)
    }
    await page.goto(link)
    await page.getByLabel('Le nom affiché').fill('Nadia Kaci')
    await page.getByRole('button', { name: 'Me connecter' }).click()
    await expect(page).toHaveURL(/\/decider\/compte$/)
    await expect(page.getByLabel('Nom affiché')).toHaveValue('Nadia Kaci')
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce lien ne peut plus servir')
  })

  test('a badly written address keeps what was written and says what is wrong', async ({ page }) => {
    await page.goto(at('belleville', '/decider/connexion'))
    await page.getByLabel('Votre adresse e-mail').fill('nadia@')
    await page.getByRole('button', { name: 'M’envoyer un lien' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Écrivez une adresse complète')
    await expect(page.getByLabel('Votre adresse e-mail')).toHaveValue('nadia@')
  })

  test('Amina signs in with her city account and leaves', async ({ page }) => {
    await become(page, 'decider.paris', 'Amina Diallo', '/connexion?suite=/compte')
    await expect(page).toHaveURL(at('decider.paris', '/compte'))
    await expect(page.getByText('1991')).toBeVisible()
    const [kept] = (await page.context().cookies()).filter(({ name }) => name === 'parvis.session')
    await page.getByRole('button', { name: 'Me déconnecter', exact: true }).click()
    await page.goto(at('decider.paris', '/compte'))
    await expect(page).toHaveURL(/\/connexion\?suite=%2Fcompte/)
    await page.context().addCookies([kept!])
    await page.goto(at('decider.paris', '/compte'))
    await expect(page, 'a copy of the cookie is worth nothing').toHaveURL(/\/connexion\?suite=/)
  })

  test('Thomas deletes his account and is told what stays', async ({ page }) => {
    const address = newAddress()
    await askFor(page, address)
    await page.goto(linkIn(await letterTo(address)))
    await page.getByLabel('Le nom affiché').fill('Thomas Petit')
    await page.getByRole('button', { name: 'Me connecter' }).click()
    await page.getByRole('link', { name: 'Supprimer mon compte' }).click()
    await page.getByLabel('Pour confirmer').fill('oui')
    await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
    await expect(page.getByRole('alert').first()).toContainText('Recopiez exactement')
    await page.getByLabel('Pour confirmer').fill('SUPPRIMER')
    await page.getByRole('button', { name: 'Supprimer définitivement' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre compte est supprimé')
    await page.goto(at('belleville', '/decider/compte'))
    await expect(page).toHaveURL(/\/connexion\?/)
  })
})

test('a session of one city is nobody in another, whatever carries it', async ({ page }) => {
  await become(page, 'decider.paris', 'Julien Moreau')
  const token = (await page.context().cookies()).find(({ name }) => name === 'parvis.session')!.value
  const ask = async (host: string, header: string) => {
    const { body } = await askRaw(
      port,
      `GET /api/v1/me HTTP/1.1\nHost: ${host}.localhost:${port}\n${header}\n`,
    )
    return JSON.parse(body) as { person: unknown }
  }
  expect((await ask('decider.paris', `Cookie: parvis.session=${token}`)).person).not.toBeNull()
  for (const header of [
    `Cookie: parvis.session=${token}`,
    `Cookie: __Host-parvis.session=${token}`,
    `Cookie: parvis.session=${token.replace('.paris.', '.belleville.')}`,
    `Authorization: Bearer ${token}`,
  ]) {
    expect((await ask('belleville', header)).person, header.slice(0, 40)).toBeNull()
  }
  expect((await ask('decider.paris', `Authorization: Bearer ${token}`)).person).toBeNull()
})

test('the account service remembers nobody from one city to the next', async ({ page }) => {
  await become(page, 'decider.paris', 'Mei Chen')
  await page.goto(at('belleville', '/decider/connexion'))
  await page.locator('form[action="/api/auth/signin/oidc"] button').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Qui voulez-vous être ?')
})

test('one browser may be one person after another, in the same city and in the next', async ({ page }) => {
  for (const [host, name] of [
    ['decider.paris', 'Mei Chen'],
    ['belleville', 'Pascal Brunet'],
    ['belleville', 'Amina Diallo'],
  ] as const) {
    await page.context().clearCookies({ name: 'parvis.session' })
    await become(page, host, name)
    const { url, body } = await page.evaluate(async () => {
      const answer = await fetch('/api/v1/me')
      return { url: location.hostname, body: await answer.text() }
    })
    expect([url, body]).toEqual([`${host}.localhost`, expect.stringContaining(name)])
  }
})

test('leaving the account service without choosing is no dead end', async ({ page }) => {
  await page.goto(at('decider.paris', '/connexion'))
  await page.locator('form[action="/api/auth/signin/oidc"] button').click()
  await page.getByRole('button', { name: 'Revenir à Paris sans me connecter' }).click()
  await expect(page.getByRole('alert').first()).toContainText('La connexion n’a pas abouti')
})

test('only a page of the city itself begins or ends a session', async () => {
  for (const step of ['signin/oidc', 'signout', 'link', 'leave']) {
    for (const origin of [
      '',
      'Origin: null\n',
      'Origin: http://belleville.localhost:1\n',
      `Origin: http://decider.paris.localhost.evil.test:${port}\n`,
    ]) {
      const { status } = await askRaw(
        port,
        `POST /api/auth/${step} HTTP/1.1\nHost: decider.paris.localhost:${port}\n${origin}Content-Length: 0\n`,
      )
      expect(status, `${step} ${origin}`).toBe(403)
    }
  }
})

test('going to the account service names the city’s own address, whoever else is named', async () => {
  const host = `decider.paris.localhost:${port}`
  for (const suite of [
    '//evil.test',
    '/\\evil.test',
    'https:evil.test',
    'javascript:alert(1)',
    '/%0d%0aSet-Cookie:x=1',
    'x'.repeat(8000),
  ]) {
    const body = `suite=${encodeURIComponent(suite)}`
    const sent = `POST /api/auth/signin/oidc?callbackUrl=${encodeURIComponent('https://evil.test')} HTTP/1.1\nHost: ${host}\nOrigin: http://${host}\nX-Forwarded-Host: evil.test\nContent-Type: application/x-www-form-urlencoded\nContent-Length: ${body.length}\n`
    const { status, headers, head } = await askRaw(port, sent, body)
    expect(status).toBe(303)
    const to = new URL(String(headers.location))
    expect(to.hostname).toBe('compte.localhost')
    expect(to.searchParams.get('redirect_uri')).toBe(`http://${host}/api/auth/callback/oidc`)
    expect(head).not.toMatch(/evil/)
  }
})

test('signing in, the account and the demo’s own services are readable by everyone', async ({ page }) => {
  test.slow()
  await become(page, 'marsa', 'ياسمين بن علي', '/decider/connexion?suite=/decider/compte')
  const faults = await faultsOf(page, at('mailbox'))
  for (const path of ['/compte/supprimer', '/connexion/envoi', '/connexion/lien?jeton=x'])
    faults.push(...(await faultsOf(page, at('marsa', `/decider${path}`))))
  expect(faults).toEqual([])
})
