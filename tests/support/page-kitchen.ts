import type { RequestListener } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { closeDatabase } from '@/lib/db'
import { changes, hearChanges, publishTag } from '@/lib/tenancy/freshness'
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
