import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consultations, tasks } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { inviteToRun } from '@/lib/people/invitations/commands'
import { settings } from '@/tenants/settings'
import type { Tenant } from '@/tenants/tenant'
import { anIdea } from '../support/factories'
import { hostile, hostilePaths, hostileSettings, mark } from '../support/hostile'
import { addressed, everyRoute } from '../support/matrix'
import { removeFolders } from '../support/product'
import { askRaw } from '../support/raw'
import { aRunningProduct, cookieOf, decide } from '../support/running-product'

const city = { id: 'belleville', host: 'belleville.localhost' }
let product: Awaited<ReturnType<typeof aRunningProduct>>
let tenant: Tenant
let names: Record<string, string>
let cookie: string

beforeAll(async () => {
  product = await aRunningProduct()
  tenant = await decide(city.id, (settled) => hostileSettings(settled))
  cookie = await cookieOf(city, 'owner')
  const idea = await anIdea(city, { title: hostile, body: hostile, address: hostile })
  names = await inTenant(city, async (db) => {
    const [consultation] = await db.select().from(consultations).limit(1)
    const [task] = await db.select().from(tasks).limit(1)
    return { id: idea.id, slug: idea.slug, consultation: consultation!.slug, task: task?.id ?? idea.id }
  })
  for (let tries = 0; !(await ask('/decider')).body.includes(mark); tries++) {
    if (tries > 200) throw new Error('What was published is not shown')
    await pause(50)
  }
}, 120_000)
afterAll(async () => {
  await product.stop()
  await removeFolders()
})

const ask = (path: string, as = '') =>
  askRaw(
    product.port,
    [`GET ${path} HTTP/1.1`, `Host: ${city.host}:${product.port}`, ...(as ? [`Cookie: ${as}`] : [])].join(
      '\n',
    ),
  )

test('every setting that takes words was given the worst', () => {
  const said = new Set(hostilePaths(tenant))
  const given = settings.filter(({ key }) =>
    [...said].some((path) => path === key || path.startsWith(`${key}.`)),
  )
  const wordy = ['name', 'platformNames.decider', 'words.idea', 'territory.districtWord', 'territory.districts',
    'themes', 'departments', 'contact.address', 'contact.director', 'contact.host', 'legal', 'signIn.providers'] // prettier-ignore
  expect(given.map(({ key }) => key)).toEqual(expect.arrayContaining(wordy))
})

describe.each(everyRoute().filter((route) => !route.includes(' ')))('%s', (route) => {
  test('shows it as words, to anyone and to an owner', async () => {
    const slug = route.includes('/consultations/') ? names.consultation! : names.slug!
    const id = route.includes('/moderation/') ? names.task! : names.id!
    const values = { ...names, slug, id, group: 'regles', locale: 'fr' }
    for (const as of ['', cookie]) {
      const { status, body, headers } = await ask(addressed(route, values as Record<string, string>), as)
      expect(status).toBeLessThan(500)
      if (status === 200) expect(headers['x-content-type-options']).toBe('nosniff')
      if (!/json|csv|calendar/.test(headers['content-type'] ?? '')) expect(body).not.toContain(`<${mark}`)
    }
  })
})

test('a letter says it as words too', async () => {
  const email = 'courrier-hostile@exemple.fr'
  await inTenant(city, (db) =>
    inviteToRun(db, tenant, { email, role: 'owner', locale: 'fr', now: new Date() }),
  )
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await askRaw(
      product.port,
      `GET /api/messages HTTP/1.1\nHost: mailbox.localhost:${product.port}`,
    )
    const { messages } = JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)) as {
      messages: { to: string[]; html?: string }[]
    }
    const letter = messages.find(({ to }) => to.includes(email))
    if (letter) return expect(letter.html).not.toContain(`<${mark}`)
    await pause(100)
  }
  throw new Error('The letter has not come')
})
