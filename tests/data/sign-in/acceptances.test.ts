import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { acceptances, people, personKeys, signInLinks } from '@/drizzle/schema'
import { agree } from '@/lib/auth/agreeing'
import { confirmLink } from '@/lib/auth/own-steps'
import { inTenant } from '@/lib/db'
import { accept } from '@/lib/people/acceptances/commands'
import { countAgreed, findOwed, listAccepted } from '@/lib/people/acceptances/queries'
import { copyOf } from '@/lib/people/copy/queries'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { askForLink, providerKey } from '@/lib/people/sign-in/commands'
import { linkToken } from '@/lib/people/sign-in/queries'
import { askedBehindLink } from '@/lib/people/sign-in/queries'
import type { Tenant } from '@/tenants/tenant'
import { held } from '../../support/browser-session'
import { aPerson } from '../../support/factories'
import { aCity, now, publish } from '../../support/new-cities'
import {
  agreeing,
  arrive,
  asking,
  belleville,
  issuer,
  paris,
  sessionIn,
} from '../../support/provider-sign-in'

const someone = () => {
  const sub = crypto.randomUUID()
  issuer.profile = { sub, name: 'Amina Diallo' }
  return providerKey(paris.tenant, { issuer: issuer.url, subject: sub })
}
const keysOf = (key: string) =>
  inTenant(paris.tenant, (db) => db.select().from(personKeys).where(eq(personKeys.key, key)))
const outcomes = (done: { location: string | null }) => done.location?.replace(paris.origin, '')

test('nothing is kept of somebody new before they agree; then they go on to where they were', async () => {
  const key = someone()
  const { home } = await arrive(paris)
  expect(outcomes(home)).toBe('/connexion/conditions?suite=%2Fidees')
  expect([sessionIn(paris, home.setCookies), await keysOf(key)]).toEqual([null, []])
  expect(home.setCookies.join()).not.toContain('Amina')

  const entered = await agreeing(paris, held(home.setCookies))
  expect(outcomes(entered)).toBe('/idees')
  const { personId } = sessionIn(paris, entered.setCookies)!
  expect(await listAccepted(paris.tenant, personId)).toMatchObject([
    { document: 'terms', version: 1, locale: 'fr', at: expect.any(Date) },
  ])
  expect(outcomes((await arrive(paris)).home)).toBe('/idees')
})

test('who does not agree goes on reading, and was never there', async () => {
  const key = someone()
  const { home } = await arrive(paris)
  const form = new FormData()
  form.set('suite', '/idees')
  form.set('refus', '1')
  const left = await agree(asking(paris, held(home.setCookies)), form)
  expect(outcomes(left)).toBe('/idees')
  expect(left.setCookies.join()).toMatch(/arrival=; Max-Age=0/)
  expect(await keysOf(key)).toEqual([])
})

test('what waits in a browser is nobody’s in another city, or once touched', async () => {
  someone()
  const cookies = held((await arrive(paris)).home.setCookies)
  expect((await agreeing(belleville, cookies)).location).toContain('/connexion?suite=')
  const [name = '', sealed = ''] = Object.entries(cookies).find(([one]) => one.endsWith('arrival'))!
  const touched = { [name]: `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}` }
  expect((await agreeing(paris, touched)).location).toContain('/connexion?suite=')
})

test('somebody new behind a link agrees with the same button, or is asked again', async () => {
  const email = `${crypto.randomUUID()}@exemple.fr`
  await askForLink(paris.tenant, { email, next: '/idees', locale: 'fr', from: email, now: new Date() })
  const [link] = await inTenant(paris.tenant, (db) =>
    db.select().from(signInLinks).where(eq(signInLinks.email, email)),
  )
  const token = linkToken(paris.tenant, link!.id)
  const [asked] = await askedBehindLink(paris.tenant, token)
  const form = new FormData()
  for (const [name, value] of [
    ['jeton', token],
    ['nom', 'Karim'],
    ['page', '/connexion/lien?jeton=x'],
  ] as const)
    form.set(name, value)
  expect(outcomes(await confirmLink(asking(paris), form))).toBe('/connexion/lien?jeton=x&erreur=accord')
  form.set('accord.terms', String(asked!.version))
  const entered = await confirmLink(asking(paris), form)
  expect(outcomes(entered)).toBe('/idees')
  const { personId } = sessionIn(paris, entered.setCookies)!
  expect(await listAccepted(paris.tenant, personId)).toMatchObject([{ document: 'terms' }])
})

/** A city of its own, and what it asks from its second version on. */
async function askingAnew() {
  const city = aCity()
  await publish(city)
  const personId = await aPerson(city)
  const before = await findOwed(city, personId)
  expect(
    await accept(city, { personId, agreed: { terms: before[0]!.version }, locale: 'ar', now }),
  ).toMatchObject({ ok: true })
  const askedAt = { terms: '2026-11-21T13:00:00Z', charter: '2026-11-21T13:00:00Z' }
  const anew: Tenant = { ...city, legal: { ...city.legal, askedAt } }
  await publish(anew, { base: 1 })
  return { anew, personId }
}

test('a new version that asks is asked once, as it is worded now, and counted', async () => {
  const { anew, personId } = await askingAnew()
  const owed = await findOwed(anew, personId)
  expect(owed).toEqual([
    { document: 'terms', version: 2, since: 2 },
    { document: 'charter', version: 2, since: 2 },
  ])
  const answer = (terms: number) =>
    accept(anew, { personId, agreed: { terms, charter: 2 }, locale: 'fr', now })
  expect(await answer(1)).toEqual({ ok: false, refusal: 'worded_otherwise' })
  expect((await countAgreed(anew)).map(({ agreed, everyone }) => [agreed, everyone])).toEqual([
    [0, 1],
    [0, 1],
  ])
  expect(await answer(2)).toMatchObject({ ok: true })
  expect(await answer(2)).toMatchObject({ ok: true })
  expect(await findOwed(anew, personId)).toEqual([])
  expect((await countAgreed(anew))[0]).toMatchObject({ agreed: 1, everyone: 1 })
})

test('what was accepted is in one’s copy, cannot be changed, and goes with the account alone', async () => {
  const { anew, personId } = await askingAnew()
  let copy = ''
  for await (const part of copyOf(anew, personId, now)) copy += part
  expect(JSON.parse(copy).acceptances).toMatchObject([{ document: 'terms', version: 1, locale: 'ar' }])
  const denied = { cause: { code: '42501' } }
  await expect(inTenant(anew, (db) => db.delete(acceptances))).rejects.toMatchObject(denied)
  await expect(inTenant(anew, (db) => db.update(acceptances).set({ version: 9 }))).rejects.toMatchObject(
    denied,
  )
  expect(await deleteAccount(anew, { personId, now })).toMatchObject({ ok: true })
  expect(await listAccepted(anew, personId)).toEqual([])
  expect(await inTenant(anew, (db) => db.$count(people, eq(people.id, personId)))).toBe(1)
})
