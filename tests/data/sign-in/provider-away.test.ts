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
    const keys = await inTenant(paris.tenant, (db) =>
      db.select().from(personKeys).where(eq(personKeys.personId, victim.personId)),
    )
    expect(keys.map(({ kind }) => kind)).toEqual(['email'])
    const [row] = await inTenant(paris.tenant, (db) =>
      db.select().from(people).where(eq(people.id, thief.personId)),
    )
    expect(row!.email).toBe(email_verified ? email : null)
  }
})
