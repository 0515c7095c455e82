import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { people, personKeys } from '@/drizzle/schema'
import { beginSignIn } from '@/lib/auth/sign-in'
import { inTenant } from '@/lib/db'
import { byLink } from '../../support/browser-session'
import { anIssuer } from '../../support/issuer'
import { issuer, paris, trustingIn, asking, journey, sessionIn } from '../../support/provider-sign-in'

test('a provider that is away, slow or broken is said to be, within seconds', async () => {
  const away = await anIssuer('parvis')
  const site = trustingIn(paris, away.url)
  for (const answer of [
    (response: import('node:http').ServerResponse) => void response.writeHead(500).end(),
    () => {},
  ]) {
    away.lie = { answer }
    const before = performance.now()
    const { location, setCookies } = await beginSignIn(asking(site), 'oidc', '/idees')
    expect(location).toContain('erreur=injoignable')
    expect(location).toContain('suite=%2Fidees')
    expect(setCookies).toEqual([])
    expect(performance.now() - before).toBeLessThan(6000)
  }
  await away.close()
})

test('edge 3: the same e-mail from a provider and by a link is two people', async () => {
  const email = `victime-${Date.now()}@exemple.fr`
  for (const email_verified of [true, false]) {
    issuer.profile = { sub: `thief-${email_verified}`, name: 'Voleur', email, email_verified }
    const thief = sessionIn(paris, (await journey(paris)).home.setCookies)!
    const victim = await byLink(paris.tenant, email)
    expect(victim.personId).not.toBe(thief.personId)
    expect(await keyKindsOf(victim.personId)).toEqual(['email'])
    expect((await personOf(thief.personId)).email).toBe(email_verified ? email : null)
  }
})

test('T11: whoever a provider vouches for with the address of somebody here, whichever came first, is somebody else', async () => {
  const email = `victime-${randomUUID()}@exemple.fr`
  const victim = await byLink(paris.tenant, email)
  const before = await personOf(victim.personId)
  for (const email_verified of [true, false]) {
    issuer.profile = { sub: randomUUID(), name: 'Voleur', email, email_verified }
    const thief = sessionIn(paris, (await journey(paris)).home.setCookies)!
    expect(thief.personId).not.toBe(victim.personId)
    expect(await keyKindsOf(thief.personId)).toEqual(['oidc'])
  }
  expect(await keyKindsOf(victim.personId)).toEqual(['email'])
  expect(await personOf(victim.personId)).toEqual(before)

  const vouched = { ...issuer.profile, sub: randomUUID() }
  issuer.profile = vouched
  const first = sessionIn(paris, (await journey(paris)).home.setCookies)!
  issuer.profile = { ...vouched, sub: randomUUID() }
  expect(sessionIn(paris, (await journey(paris)).home.setCookies)!.personId).not.toBe(first.personId)
})

const keyKindsOf = async (personId: string) => {
  const own = eq(personKeys.personId, personId)
  const keys = await inTenant(paris.tenant, (db) => db.select().from(personKeys).where(own))
  return keys.map(({ kind }) => kind)
}

const personOf = async (id: string) =>
  (await inTenant(paris.tenant, (db) => db.select().from(people).where(eq(people.id, id))))[0]!
