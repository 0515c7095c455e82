import { randomUUID } from 'node:crypto'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  test as anyJourney,
} from '@playwright/test'
import { eq } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { cities } from '@/drizzle/schema'
import { sessionCookieName, signSession } from '@/lib/auth/session-token'
import { inRegistry } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { listVersions } from '@/lib/tenancy/versions/queries'
import { Tenant } from '@/tenants/tenant'
import { openBeside } from './beside'
import { aPerson, aSession } from './factories'
import { askRaw } from './raw'

export { expect } from '@playwright/test'

const port = process.env.PARVIS_PORT ?? '3000'

/** A town in which nothing happens but what a journey does, and where it is day, so that letters leave. */
export type Town = {
  id: string
  tenant: Tenant
  zone: string
  at: (path: string) => string
  /** A browser of somebody who is signed in there; of nobody without a person. */
  visit: (personId: string | null, options?: BrowserContextOptions) => Promise<Page>
}

export const test = anyJourney.extend<{ town: Town }, { beside: void }>({
  beside: [
    async ({ browser: _browser }, use) => {
      const close = await openBeside(port, process.env.PARVIS_DATA ?? '.data')
      await use()
      await close()
    },
    { scope: 'worker' },
  ],
  town: async ({ browser, beside: _open }, use) => {
    const contexts: BrowserContext[] = []
    await use(await aTown(browser, contexts))
    await Promise.all(contexts.map((context) => context.close()))
  },
})

async function aTown(browser: Browser, contexts: BrowserContext[]): Promise<Town> {
  const [id, zone] = [`t${randomUUID().slice(0, 8)}`, zoneByDay()]
  const host = `${id}.localhost`
  const tenant = await asOperator(process.env.OWNER_DATABASE_URL!, async ({ inCity }) => {
    const like = await inCity({ id: 'belleville' }, async (db) => (await listVersions(db)).at(-1)!.settings)
    const own = Tenant.parse({
      ...(like as Tenant),
      id,
      timeZone: zone,
      hosts: { shared: host, aliases: [] },
    })
    const by = { base: null, author: 'test', note: null, reason: 'first_rules', now: new Date() }
    await inCity(own, (db) => publishSettings(db, { tenant: own, ...by }))
    return own
  })
  await isServed(host)
  const at = (path: string) => `http://${host}:${port}${path}`
  const visit: Town['visit'] = async (personId, options) => {
    const context = await browser.newContext({ timezoneId: zone, ...options })
    contexts.push(context)
    if (personId) await context.addCookies([{ ...(await cookieOf(tenant, personId)), url: at('/') }])
    return context.newPage()
  }
  return { id, tenant, zone, at, visit }
}

/** Every process hears of a new city by itself, in a moment. */
async function isServed(host: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { status } = await askRaw(Number(port), `GET /agir HTTP/1.1\nHost: ${host}:${port}\n`)
    if (status === 200) return
    await new Promise((later) => setTimeout(later, 100))
  }
  throw new Error(`${host} is not served`)
}

async function cookieOf({ id }: Tenant, personId: string) {
  const { sessionId } = await aSession({ id }, personId)
  const [city] = await inRegistry((db) => db.select().from(cities).where(eq(cities.id, id)))
  const expiresAt = new Date(Date.now() + 3_600_000)
  const value = signSession(id, city!.sessionEpoch, { sessionId, personId, expiresAt })
  return { name: sessionCookieName(), value }
}

/** Somebody of the town who can be written to. */
export async function someoneOf(town: Town, detail: Parameters<typeof aPerson>[1] = {}) {
  const email = `${randomUUID()}@exemple.fr`
  return { email, personId: await aPerson(town, { email, ...detail }) }
}

const zones = [
  'Europe/Paris',
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Auckland',
  'Asia/Tokyo',
  'Asia/Kolkata',
]

function zoneByDay(): string {
  const isDay = (hour: number) => hour >= 9 && hour < 18
  return zones.find((zone) => isDay(Temporal.Now.zonedDateTimeISO(zone).hour))!
}

/** A day of the week (Monday is 1) that is two days away at least, at an hour of the town's clocks. */
export function comingDay({ zone }: Town, dayOfWeek: number, hour: number): Date {
  let day = Temporal.Now.plainDateISO(zone).add({ days: 2 })
  while (day.dayOfWeek !== dayOfWeek) day = day.add({ days: 1 })
  const plainTime = Temporal.PlainTime.from({ hour })
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds)
}

export const dayIn = (at: Date, timeZone: string) => at.toLocaleDateString('sv-SE', { timeZone })
export const inDays = (days: number, from = new Date()) => new Date(from.getTime() + days * 86_400_000)
