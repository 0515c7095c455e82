import { readFileSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { cities, grants, hosts, ideas, letters, signInLinks, tenantVersions } from '@/drizzle/schema'
import { closeDatabase, inTenant } from '@/lib/db'
import { asOperator, closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { sendAgain } from '@/lib/operator/invitations/commands'
import { listInvited } from '@/lib/operator/invitations/queries'
import { removeSamples } from '@/lib/ideas/samples/commands'
import { openLink } from '@/lib/people/sign-in/commands'
import { linkToken } from '@/lib/people/sign-in/queries'
import { createCity } from '@/lib/tenancy/creation/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { rulesInForce } from '@/lib/rules/queries'
import { CityAnswers } from '@/lib/tenancy/creation/input'
import { cityFrom } from '@/lib/tenancy/creation/rules'
import { findTenant, refreshRegistry } from '@/lib/tenancy/registry'
import { anIdea, paris, someoneSignedIn } from '../support/factories'
import { publish } from '../support/new-cities'

const example = JSON.parse(readFileSync('tenants/example-city.json', 'utf8')) as Record<string, unknown>
const now = new Date()
afterAll(() => Promise.all([closeDatabase(), closeOperatorDoor()]))

type Change = { id: string; [other: string]: unknown }

const answersOf = ({ id, ...change }: Change) =>
  CityAnswers.parse({ ...example, identity: { ...(example.identity as object), id }, ...change })

const made = (change: Change) =>
  asOperator(process.env.OWNER_DATABASE_URL!, (operator) =>
    createCity(operator, answersOf(change), { author: 'user:test', domain: 'localhost', now }),
  )

test('a city is made from one file: its version, its host, its state', async () => {
  expect(await made({ id: 'val-un' })).toMatchObject({ ok: true })
  await refreshRegistry()
  const tenant = (await findTenant('val-un'))!
  expect(tenant.ideas).toMatchObject({ threshold: { mode: 'absolute', value: 140 }, duration: { months: 4 } })
  const rows = await inTenant(tenant, async (db) => [
    await db.select().from(tenantVersions),
    await db.select().from(hosts).where(eq(hosts.cityId, 'val-un')),
    await db.select().from(cities).where(eq(cities.id, 'val-un')),
  ])
  expect(rows).toMatchObject([
    [{ version: 1, author: 'user:test' }],
    [{ host: 'val-un.localhost', surface: 'shared' }],
    [{ status: 'active' }],
  ])
})

test('a city whose outline nobody gave does not open on a map of eight sides', () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [2, 48],
        [2.1, 48],
        [2.1, 48.1],
        [2, 48.1],
        [2, 48],
      ],
    ],
  }
  const heroOf = (districts: object[]) =>
    cityFrom(answersOf({ id: 'val-x', blueprint: 'abroad', territory: { districts } }), 'localhost').theme
      .hero
  expect([heroOf([]), heroOf([{ code: 'a', name: 'A', outline: square }])]).toEqual(['band', 'map'])
})

test('one half only has the host to itself', async () => {
  await made({ id: 'val-deux', modules: { decider: true, agir: false }, open: false })
  await refreshRegistry()
  expect((await findTenant('val-deux'))!.hosts).toMatchObject({ decider: 'val-deux.localhost' })
})

test('whoever is invited runs the city from their first sign-in, by that letter alone', async () => {
  const people = [{ email: 'mairie@val.example', role: 'owner' }]
  await made({ id: 'val-trois', people, open: false })
  await refreshRegistry()
  const tenant = (await findTenant('val-trois'))!
  const read = () =>
    inTenant(tenant, async (db) => ({
      links: await db.select().from(signInLinks),
      sent: await db.select().from(letters),
      given: await db.select().from(grants),
    }))
  const { links, sent, given } = await read()
  expect([links.length, sent.map(({ kind }) => kind), given.length]).toEqual([1, ['staff_invitation'], 0])
  const token = linkToken(tenant, links[0]!.id)
  const opened = await openLink(tenant, { token, name: 'Inès', locale: 'fr', replaces: null, now })
  expect(opened).toMatchObject({ ok: true, value: { next: '/decider/administration' } })
  expect((await read()).given).toMatchObject([{ role: 'owner', scopeKind: 'city' }])
})

test('its examples are taken away at once', async () => {
  await made({ id: 'val-quatre' })
  const shown = () =>
    inTenant({ id: 'val-quatre' }, (db) => db.$count(ideas, eq(ideas.publication, 'published')))
  await refreshRegistry()
  const tenant = (await findTenant('val-quatre'))!
  expect(await shown()).toBe(3)
  const byId = crypto.randomUUID()
  expect(await removeSamples(tenant, { byId, now })).toEqual({ ok: true, value: { removed: 3 } })
  expect(await shown()).toBe(0)
})

test.each([
  ['city_known', { id: 'belleville', host: 'autre.localhost' }],
  ['host_taken', { id: 'val-cinq', host: 'belleville.localhost' }],
  ['not_ready', { id: 'val-cinq', people: [] }],
  ['colours_unreadable', { id: 'val-cinq', look: { brand: '#ffffff', accent: '#ffff00' } }],
] as const)('%s: nothing is made', async (refusal, change) => {
  expect(await made(change)).toEqual({ ok: false, refusal })
  const [there] = await inTenant({ id: 'val-cinq' }, (db) =>
    db.select().from(cities).where(eq(cities.id, 'val-cinq')),
  )
  expect(there).toBeUndefined()
})

test('a city of another language, half and threshold counts its first voice by its own rules, for good', async () => {
  const rules = { threshold: 300, months: 3, answerMonths: 6 }
  const languages = { locales: ['es'], timeZone: 'Europe/Madrid' }
  await made({ id: 'val-cinq', languages, rules, modules: { decider: true, agir: false }, sample: false })
  await refreshRegistry()
  const tenant = (await findTenant('val-cinq'))!
  expect(tenant).toMatchObject({ locales: ['es'], modules: { ideas: true, agir: false } })
  const [idea, voice] = [await anIdea(tenant, { threshold: 300 }), await someoneSignedIn(tenant)]
  const support = () => giveSupport({ tenant, ideaId: idea.id, ...voice })
  expect(await support()).toMatchObject({ status: 200, count: 1, threshold: 300 })
  const raised = { ...tenant.ideas, threshold: { mode: 'absolute', value: 900 } } as const
  expect(await publish({ ...tenant, ideas: raised }, { base: 1 })).toMatchObject({ ok: true })
  expect(await inTenant(tenant, rulesInForce)).toMatchObject({ threshold: 900 })
  expect(await support()).toMatchObject({ status: 200, count: 1, threshold: 300 })
  const elsewhere = await someoneSignedIn(paris)
  expect(await giveSupport({ tenant, ideaId: idea.id, ...elsewhere })).toMatchObject({ status: 401 })
})

test('an invitation is sent again, and the link of the first letter is dead', async () => {
  await made({ id: 'val-six' })
  await refreshRegistry()
  const tenant = (await findTenant('val-six'))!
  const read = () => inTenant(tenant, (db) => db.select().from(signInLinks))
  const [first] = await read()
  const [invited] = await listInvited('val-six')
  const again = { city: 'val-six', invitation: invited!.id, byEmail: 'op@test.example', now }
  expect(await sendAgain(operatorDoor(), again)).toEqual({ ok: true, value: undefined })
  expect(await sendAgain(operatorDoor(), again)).toEqual({ ok: false, refusal: 'invitation_gone' })
  const opened = { name: 'Inès', locale: 'fr', replaces: null, now } as const
  expect(await openLink(tenant, { token: linkToken(tenant, first!.id), ...opened })).toMatchObject({
    ok: false,
  })
  const [second] = await read()
  expect(await openLink(tenant, { token: linkToken(tenant, second!.id), ...opened })).toMatchObject({
    ok: true,
  })
})
