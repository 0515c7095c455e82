import { randomUUID } from 'node:crypto'
import { inTenant } from '@/lib/db'
import { grants, people, sessions } from '@/drizzle/schema'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { asOperator } from '@/lib/db/operator'
import type { GrantedRole } from '@/lib/people/rules'
import { siteForHost } from '@/lib/tenancy/registry'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { listVersions } from '@/lib/tenancy/versions/queries'
import { Tenant } from '@/tenants/tenant'
import { openBeside } from './beside'
import { Product, type Start } from './product'

export type City = { id: string; host: string }

/** The product as it runs, with the demo's cities in it, and its database beside it while the tests last. */
export async function aRunningProduct(start: Start = {}) {
  const variables = { PARVIS_DEMO: '1', ...start.variables }
  const product = await Product.start({ ...start, variables })
  await product.ready()
  const close = await openBeside(product.port, product.dataDir, variables)
  return {
    product,
    port: product.port,
    stop: async () => {
      await close()
      return product.stop()
    },
  }
}

/** Somebody signed in to a city, with a role everywhere in it: the cookie their browser sends. */
export async function cookieOf({ id, host }: City, role?: GrantedRole): Promise<string> {
  const [personId, sessionId, now] = [randomUUID(), randomUUID(), Date.now()]
  const expiresAt = new Date(now + 3_600_000)
  await inTenant({ id }, async (db) => {
    await db.insert(people).values({ id: personId, name: 'Quelqu’un', locale: 'fr', assurance: 'A2' })
    await db.insert(sessions).values({ id: sessionId, personId, startedAt: new Date(now), expiresAt })
    if (role) await db.insert(grants).values({ personId, role, startsAt: new Date(now - 60_000) })
  })
  const site = await siteForHost(host)
  const token = signSession(id, site!.sessionEpoch, { sessionId, personId, expiresAt })
  return `${sessionCookieName()}=${token}`
}

/** What a city decides from now on. Every process hears of it before it goes on. */
export async function decide(id: string, change: (settings: Tenant) => unknown): Promise<Tenant> {
  return asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity({ id }, async (db) => {
      const last = (await listVersions(db)).at(-1)!
      const tenant = Tenant.parse(change(Tenant.parse(last.settings)))
      const publication = {
        tenant,
        base: last.version,
        author: 'test',
        note: null,
        reason: 'test',
        now: new Date(),
      }
      const published = await publishSettings(db, publication)
      if (!published.ok && published.refusal !== 'nothing_new') throw new Error(published.refusal)
      return tenant
    }),
  )
}
