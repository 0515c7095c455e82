import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { settingsDrafts } from '@/drizzle/schema'
import { closeDatabase, inTenant } from '@/lib/db'
import { changes, hearChanges, publishTag } from '@/lib/tenancy/freshness'
import { previewCookie, previewToken } from '@/lib/tenancy/preview'
import { belleville as city } from '@/tenants/belleville'
import { openFront, tellingKitchen } from './front'

export const belleville = 'belleville.localhost'
export const marsa = 'marsa.localhost'

/** The front with nothing kept at the start of each test, once what listening begins with is over, and what stands behind it in the hands of the test. */
export function openPageKitchen() {
  const kitchen = tellingKitchen()
  const open = {} as { front: Awaited<ReturnType<typeof openFront>> }
  const own = {
    kitchen,
    cook: kitchen.listener as RequestListener,
    ask: (sent: string) => open.front.ask(sent),
    port: () => open.front.port,
    get: (host: string, path: string, more = '') =>
      open.front.ask(`GET ${path} HTTP/1.1\nHost: ${host}\n${more}`),
  }
  let hearing: Awaited<ReturnType<typeof hearChanges>>

  beforeAll(async () => {
    open.front = await openFront((request, response) => own.cook(request, response))
    const readAgain = new Promise<void>((over) =>
      changes.listen((_, tag) => void (tag === 'settings' && over())),
    )
    hearing = await hearChanges()
    await readAgain
  })
  beforeEach(() => {
    own.cook = kitchen.listener
    publishTag(null, '*')
  })
  afterAll(() => Promise.all([open.front.close(), hearing.stop(), closeDatabase()]))
  return own
}

/** What the browser of somebody who looks at a draft of the city sends. */
export async function previewOfBelleville(): Promise<string> {
  const now = new Date()
  const [draft] = await inTenant(city, (db) =>
    db
      .insert(settingsDrafts)
      .values({ baseVersion: 1, settings: city, createdAt: now, changedAt: now })
      .returning({ id: settingsDrafts.id }),
  )
  return previewCookie(previewToken(city.id, draft!.id, now, { hours: 1 })).split(';')[0]!
}
