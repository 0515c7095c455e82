import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cities, cityPackages, hosts, ideas } from '@/drizzle/schema'
import { inRegistry, inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { asOperator } from '@/lib/db/operator'
import { mediaFolder, writeWhole } from '@/lib/media/commands'
import { unpackCity } from '@/lib/tenancy/departure/arriving/commands'
import { openPackage } from '@/lib/tenancy/departure/contents/package'
import { endCity, eraseCity, findProof } from '@/lib/tenancy/departure/erasing/commands'
import { packCity } from '@/lib/tenancy/departure/leaving/commands'
import { askForPackage, forgetPackages, makePackage } from '@/lib/tenancy/departure/packages/commands'
import { packageFile } from '@/lib/tenancy/departure/packages/folder'
import { listPackages, openReadyPackage } from '@/lib/tenancy/departure/packages/queries'
import { registerArrived } from '@/lib/tenancy/departure/registering/commands'
import { refreshRegistry, siteForHost } from '@/lib/tenancy/registry'
import type { Tenant } from '@/tenants/tenant'
import { aCity, countRows, touchProof } from '../../support/cities'
import { anIdea, aPerson } from '../../support/factories'

// Whole cities, read and written several times over, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const now = new Date()
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-end-'))
  process.env.DATA_DIR = folder
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function aCityInUse() {
  const city = await aCity()
  const owner = await aPerson(city, { role: 'owner' })
  const idea = await anIdea(city, { authorId: owner })
  await writeWhole(city, `${'b'.repeat(22)}.webp`, Buffer.from('RIFF'))
  return { city, owner, idea }
}

async function closing(city: Tenant, until: string): Promise<void> {
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(city, (db) =>
      db
        .update(cities)
        .set({ status: 'closing', closesAt: sql`now() + ${until}::interval` })
        .where(eq(cities.id, city.id)),
    ),
  )
  await refreshRegistry()
}

test('edge 65: a city is erased when its days to leave are over, and not a moment before', async () => {
  const { city } = await aCityInUse()
  await expect(eraseCity(city)).rejects.toThrow('not to be erased')
  await closing(city, '1 day')
  await expect(eraseCity(city)).rejects.toThrow('not to be erased')
  await endCity(city, now)
  expect(await inTenant(city, (db) => db.$count(ideas))).toBe(1)
  expect(await findProof(city)).toBeNull()
})

test('nothing of it is left but a proof, nothing of another is touched, and it may come back', async () => {
  const [{ city, idea }, other] = [await aCityInUse(), await aCityInUse()]
  const left = await packCity(join(folder, 'last.tar'), {
    city,
    passphrases: { people: 'douze signes ou plus' },
    now,
  })
  const before = await countRows(other.city)
  await closing(city, '-1 second')
  await endCity(city, new Date())

  expect(await countRows(city)).toBe(0)
  expect(await countRows(other.city)).toBe(before)
  await expect(stat(mediaFolder(city))).rejects.toThrow()
  expect(await stat(mediaFolder(other.city))).toBeTruthy()
  const proof = await findProof(city)
  expect(proof).toMatchObject({ isGenuine: true, rows: { ideas: 1, people: 1, grants: 1 } })
  await refreshRegistry()
  expect(await siteForHost(city.hosts.shared!)).toBeNull()
  const [host] = await inRegistry((db) => db.select().from(hosts).where(eq(hosts.cityId, city.id)))
  expect(host).toMatchObject({ status: 'detached' })

  const opened = await openPackage(join(folder, 'last.tar'), { people: 'douze signes ou plus' })
  if (!opened.ok) throw new Error(opened.refusal)
  const again = { city, dryRun: false, ownerUrl: process.env.OWNER_DATABASE_URL! }
  expect(await unpackCity(opened.value, again)).toMatchObject({ ok: true })
  await opened.value.close()
  const [found] = await inTenant(city, (db) => db.select().from(ideas))
  expect(found).toMatchObject({ id: idea.id })
  const register = await asOperator(process.env.OWNER_DATABASE_URL!, (operator) =>
    registerArrived(operator, city, now),
  )
  expect(register).toMatchObject({ ok: true })
  await refreshRegistry()
  expect(await siteForHost(city.hosts.shared!)).toMatchObject({ status: 'draft' })
  const once = { city, passphrases: { people: 'douze signes ou plus' }, now }
  expect((await packCity(join(folder, 'once-more.tar'), once)).tables).toEqual(left.tables)

  await closing(city, '-1 second')
  await endCity(city, new Date())
  expect(await countRows(city)).toBe(0)
  expect(await findProof(city)).toMatchObject({ isGenuine: true })
})

test('its end does not look up again, for each of its rows, who pointed at it', async () => {
  const owner = connectAsOwner(process.env.OWNER_DATABASE_URL!)
  const [may] = await owner<{ spare: boolean }[]>`
    select has_parameter_privilege(current_user, 'session_replication_role', 'set') as spare`
  await owner.end()
  expect(may).toEqual({ spare: true })
})

test('a proof that was touched is no proof', async () => {
  const { city } = await aCityInUse()
  await closing(city, '-1 second')
  await eraseCity(city)
  await touchProof(city)
  expect(await findProof(city)).toMatchObject({ isGenuine: false })
})

test('its owner asks for a package by the city’s name, fetches it for a week, and no longer', async () => {
  const { city, owner } = await aCityInUse()
  const asking = { by: { id: owner, name: 'Maire' }, words: 'une phrase de passe', now }
  expect(await askForPackage(city, { ...asking, cityName: 'Paris' })).toEqual({
    ok: false,
    refusal: 'another_name',
  })
  const cityName = city.name.fr!.toUpperCase()
  expect(await askForPackage(city, { ...asking, cityName })).toMatchObject({ ok: true })
  const [asked] = await inTenant(city, (db) => db.select().from(cityPackages))
  expect(asked!.sealedWords).not.toContain('phrase')
  await makePackage(city, asked!.id, now)
  const [made] = await listPackages(city)
  expect(made).toMatchObject({ state: 'ready', withPeople: true, fileCount: 1 })
  const file = await openReadyPackage(city, asked!.id, later(6))
  await file!.bytes.cancel()
  expect(file!.size).toBe(made!.byteCount)
  expect(await openReadyPackage(await aCity(), asked!.id, now)).toBeNull()
  const [kept] = await inTenant(city, (db) => db.select().from(cityPackages))
  expect(kept!.sealedWords).toBeNull()

  await forgetPackages(city, later(8))
  expect(await openReadyPackage(city, asked!.id, now)).toBeNull()
  await expect(stat(packageFile(city, asked!))).rejects.toThrow()
})

test('what could not be made is said so after some hours, and another may be asked for', async () => {
  const { city, owner } = await aCityInUse()
  const asking = {
    by: { id: owner, name: 'Maire' },
    cityName: city.name.fr!,
    words: 'une phrase de passe',
    now,
  }
  for (let asked = 0; asked < 3; asked++)
    expect(await askForPackage(city, asking)).toMatchObject({ ok: true })
  expect(await askForPackage(city, asking)).toMatchObject({ refusal: 'too_many_packages' })
  await forgetPackages(city, later(0.2))
  expect(await askForPackage(city, asking)).toMatchObject({ refusal: 'too_many_packages' })
  await forgetPackages(city, later(0.3))
  expect(await askForPackage(city, asking)).toMatchObject({ ok: true })
  const rows = await inTenant(city, (db) => db.select().from(cityPackages))
  const failed = rows.filter(({ state }) => state === 'failed')
  expect(failed.map(({ sealedWords }) => sealedWords)).toEqual([null, null, null])
})
