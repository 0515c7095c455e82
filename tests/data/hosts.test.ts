import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hostClaims, hosts } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator } from '@/lib/db/operator'
import { dns } from '@/lib/outgoing/resolver'
import { checkHost, claimHost, makeMain, releaseHost, serveHost } from '@/lib/tenancy/hosts/commands'
import { listDue, listHosts } from '@/lib/tenancy/hosts/queries'
import { proofOf } from '@/lib/tenancy/hosts/rules'
import { refreshRegistry, servedHosts, siteForHost } from '@/lib/tenancy/registry'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { aPerson } from '../support/factories'
import { ownFolder } from '../support/own-folder'

const now = new Date('2026-11-21T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let made = 0

/** A city of this test alone, and somebody who owns it. */
async function aCity() {
  const id = `h${process.pid}-${++made}`
  const tenant = Tenant.parse({ ...structuredClone(belleville), id, hosts: { shared: `${id}.localhost` } })
  const publication = { tenant, base: null, author: 'seed', note: null, reason: 'first_rules', now }
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(tenant, (db) => publishSettings(db, publication)),
  )
  const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
  const by = { id: await aPerson(tenant, { role: 'owner' }), name: 'Odile', grants }
  return { tenant, by, name: `neuf-${id}.localhost` }
}
type City = Awaited<ReturnType<typeof aCity>>

const claim = ({ tenant, by, name }: City, host = name) =>
  claimHost(tenant, { host, surface: 'shared', by, now })

async function proof({ tenant, name }: City) {
  const [row] = await inTenant(tenant, (db) => db.select().from(hostClaims).where(eq(hostClaims.host, name)))
  return proofOf(name, row!.token)
}

/** The claim as far as the DNS confirms it. */
async function proven(city: City) {
  await claim(city)
  const { text } = await proof(city)
  await checkHost(city.tenant, city.name, now, { texts: async () => [text] })
}

const stateOf = async ({ tenant, name }: City) =>
  (await listHosts(tenant)).find(({ host }) => host === name)?.state

test('a name is served only once the DNS says that it is the city’s', async () => {
  const city = await aCity()
  const { tenant, by, name } = city
  expect((await claim(city)).ok).toBe(true)
  expect(await serveHost(tenant, { host: name, by, now })).toEqual({ ok: false, refusal: 'not_proven' })
  await checkHost(tenant, name, now, { texts: async () => ['parvis-site-verification=other'] })
  expect(await stateOf(city)).toBe('pending')
  await proven(city)
  const { text } = await proof(city)
  await checkHost(tenant, name, now, { texts: async () => [text] })
  expect(await stateOf(city)).toBe('verified')
  expect((await serveHost(tenant, { host: name, by, now })).ok).toBe(true)
  await refreshRegistry()
  const site = await siteForHost(name)
  expect(site).toMatchObject({ canonicalHost: `${tenant.id}.localhost`, host: { role: 'alias' } })
  expect(servedHosts()!.has(name)).toBe(true)
})

test('another city’s name is refused without saying whose it is, in the command and in the database', async () => {
  const city = await aCity()
  expect(await claim(city, 'decider.paris.localhost')).toEqual({ ok: false, refusal: 'taken' })
  const rival = await aCity()
  await proven({ ...city, name: city.name })
  await serveHost(city.tenant, { host: city.name, by: city.by, now })
  expect(await claim(rival, city.name)).toEqual({ ok: false, refusal: 'taken' })
  const seizing = inTenant(rival.tenant, (db) => db.update(hosts).set({ cityId: rival.tenant.id }))
  await expect(seizing).rejects.toThrow()
})

test('waiting for a proof keeps nobody from proving the same name first', async () => {
  const [slow, quick] = [await aCity(), await aCity()]
  await claim(slow, quick.name)
  await proven(quick)
  expect((await serveHost(quick.tenant, { host: quick.name, by: quick.by, now })).ok).toBe(true)
  const own = { ...slow, name: quick.name }
  const { text } = await proof(own)
  await checkHost(slow.tenant, quick.name, now, { texts: async () => [text] })
  const served = await serveHost(slow.tenant, { host: quick.name, by: slow.by, now })
  expect(served).toEqual({ ok: false, refusal: 'taken' })
})

test('a version that names a host nobody proved moves nothing', async () => {
  const { tenant } = await aCity()
  const moving = inTenant(tenant, async (db) => {
    await db.execute(sql`insert into tenant_versions (version, settings, digest, author, published_at)
      select 2, jsonb_set(settings, '{hosts,shared}', '"volee.localhost"'), 'x', 'person:x', now() from tenant_versions`)
    await db.execute(sql`select app.move_head(1, 2)`)
    await db.execute(sql`select app.move_hosts(2)`)
  })
  await expect(moving).rejects.toThrow()
  await refreshRegistry()
  expect(await siteForHost('volee.localhost')).toBeNull()
})

test('the main address changes, the old one leads to it for a year, and is given up after', async () => {
  const city = await aCity()
  const { tenant, by, name } = city
  await proven(city)
  await serveHost(tenant, { host: name, by, now })
  expect((await makeMain(tenant, { host: name, by, now })).ok).toBe(true)
  await refreshRegistry()
  const before = `${tenant.id}.localhost`
  expect(await siteForHost(before)).toMatchObject({ canonicalHost: name })
  expect(await releaseHost(tenant, { host: name, by, now })).toEqual({ ok: false, refusal: 'not_there' })
  const early = await releaseHost(tenant, { host: before, by, now: later(200) })
  expect(early).toEqual({ ok: false, refusal: 'too_early' })
  expect((await releaseHost(tenant, { host: before, by, now: later(367) })).ok).toBe(true)
  await refreshRegistry()
  expect(await siteForHost(before)).toBeNull()
  expect(servedHosts()!.has(before)).toBe(false)
})

test('edge 66: what was given up is nobody else’s for thirty days', async () => {
  const [city, other] = [await aCity(), await aCity()]
  await proven(city)
  await serveHost(city.tenant, { host: city.name, by: city.by, now })
  await releaseHost(city.tenant, { host: city.name, by: city.by, now })
  expect(await claim(other, city.name)).toEqual({ ok: false, refusal: 'taken' })
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  await owner`update registry.hosts set detached_at = now() - interval '31 days' where host = ${city.name}`
  await owner.end()
  expect((await claim(other, city.name)).ok).toBe(true)
})

test('a proof that is lost is told and cuts nothing; it is asked for again by itself', async () => {
  const city = await aCity()
  const { tenant, by, name } = city
  await proven(city)
  await serveHost(tenant, { host: name, by, now })
  expect(await listDue(tenant, later(3))).not.toContain(name)
  expect(await listDue(tenant, later(8))).toContain(name)
  await checkHost(tenant, name, later(8), { texts: async () => [] })
  expect(await stateOf(city)).toBe('failing')
  await refreshRegistry()
  expect((await siteForHost(name))?.tenant.id).toBe(tenant.id)
  expect(await listDue(tenant, later(9))).toContain(name)
  const { text } = await proof(city)
  await checkHost(tenant, name, later(9), { texts: async () => [text] })
  expect(await stateOf(city)).toBe('active')
})

test.each([
  ['', 'not_a_host'],
  ['localhost', 'not_a_host'],
  ['127.0.0.1', 'not_a_host'],
  ['a_b.exemple.fr', 'not_a_host'],
  ['ville.exemple.fr, autre.exemple.fr', 'not_a_host'],
  ['mail.exemple.fr', 'reserved'],
  ['operator.localhost', 'reserved'],
  ['ville.internal', 'not_public'],
])('%j is refused as %s', async (host, refusal) => {
  expect(await claim(await aCity(), host)).toEqual({ ok: false, refusal })
})

test('the local zone answers like a DNS', async () => {
  const file = join(await ownFolder(), 'zone.txt')
  await writeFile(
    file,
    '_parvis.ville.localhost TXT parvis-site-verification=abc\nville.localhost A 127.0.0.1\n',
  )
  process.env.DNS_ZONE = file
  expect(await dns().texts('_parvis.ville.localhost')).toEqual(['parvis-site-verification=abc'])
  expect(await dns().texts('ville.localhost')).toEqual([])
  delete process.env.DNS_ZONE
})
