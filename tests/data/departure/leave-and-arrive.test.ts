import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { comments, ideas, people, tenantSecrets } from '@/drizzle/schema'
import { keyedHash } from '@/lib/auth/sealing'
import { saveSecret } from '@/lib/auth/secrets'
import { inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { mediaFolder, writeWhole } from '@/lib/media/commands'
import { audit } from '@/lib/tenancy/audit/commands'
import { unpackCity } from '@/lib/tenancy/departure/arriving/commands'
import { isHereAlready } from '@/lib/tenancy/departure/arriving/queries'
import { openPackage, type Package } from '@/lib/tenancy/departure/contents/package'
import { packCity } from '@/lib/tenancy/departure/leaving/commands'
import { registerArrived } from '@/lib/tenancy/departure/registering/commands'
import { findTenant, refreshRegistry } from '@/lib/tenancy/registry'
import type { Tenant } from '@/tenants/tenant'
import { byLink } from '../../support/browser-session'
import { aCity, anotherInstallation } from '../../support/cities'
import { aCrowd, anIdea, aPerson, aSession, type SignedIn } from '../../support/factories'

// Whole cities, read and written several times over, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })
const now = new Date()
const passphrases = { people: 'les quatre saisons du marché', voices: 'une clé pour le suivant' }
const secret = `tres-secret-${randomBytes(12).toString('hex')}`
const email = `ines-${randomBytes(6).toString('hex')}@exemple.fr`
let folder: string
let city: Tenant
let idea: { id: string }
let voice: SignedIn
let elsewhere: Awaited<ReturnType<typeof anotherInstallation>>
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-leave-'))
  process.env.DATA_DIR = folder
  city = await aCity()
  const author = await byLink(city, email)
  idea = await anIdea(city, { authorId: author.personId, title: 'Des bancs — « à l’ombre »\n\\.\t"" 🌳' })
  voice = await someone()
  for (const one of [voice, ...(await aCrowd(city, 4))]) await support(one)
  await inTenant(city, async (db) => {
    const kept = { locale: 'fr', createdAt: now, changedAt: now, draftKey: 'cle-du-navigateur' } as const
    await db.insert(ideas).values({ ...kept, authorId: author.personId, title: 'Brouillon intime' })
    const said = { stance: 'for', body: 'Oui, et près du kiosque.', locale: 'fr', at: now } as const
    await db
      .insert(comments)
      .values({ ...said, ideaId: idea.id, authorId: author.personId, editableUntil: now })
  })
  await saveSecret(city, 'oidc', secret, now)
  const actor = { kind: 'admin', name: 'Awa du Conseil' } as const
  await inTenant(city, (db) => audit(db, { actor, action: 'package_asked', subject: 'city', now }))
  await writeWhole(city, `${'a'.repeat(22)}.webp`, Buffer.from('RIFF une image'))
  elsewhere = await anotherInstallation()
})
afterAll(async () => {
  await elsewhere.close()
  await rm(folder, { recursive: true, force: true })
})

const someone = async () => aSession(city, await aPerson(city, { joinedAt: new Date('2020-01-01') }))
const support = ({ sessionId, personId }: SignedIn) =>
  giveSupport({ tenant: city, ideaId: idea.id, sessionId, personId })
const arrive = (pack: Package, into: { id: string }, dryRun = false) =>
  unpackCity(pack, { city: into, dryRun, ownerUrl: process.env.OWNER_DATABASE_URL! })
const register = (into: { id: string }) =>
  asOperator(process.env.OWNER_DATABASE_URL!, (operator) => registerArrived(operator, into, now))

async function open(path: string, words: Parameters<typeof openPackage>[1]): Promise<Package> {
  const opened = await openPackage(path, words)
  if (!opened.ok) throw new Error(opened.refusal)
  return opened.value
}

test('a city leaves, arrives on another installation, and leaves it with exactly the same', async () => {
  const left = await packCity(at('whole.tar'), { city, passphrases, now })
  expect(left.tables.find(({ table }) => table === 'supports')).toMatchObject({ rows: 5 })
  await elsewhere.visit(async () => {
    const pack = await open(at('whole.tar'), passphrases)
    expect(await arrive(pack, city, true)).toMatchObject({ ok: true })
    expect(await isHereAlready(pack, city)).toBe(false)
    expect(await arrive(pack, city)).toMatchObject({ ok: true })
    expect(await register(city)).toMatchObject({ ok: true })
    expect(await arrive(pack, city)).toMatchObject({ ok: false, refusal: 'not_empty' })
    expect(await isHereAlready(pack, city)).toBe(true)
    const again = await packCity(at('again.tar'), { city, passphrases, now })
    expect(again.tables).toEqual(left.tables)
    expect(again.files).toEqual(left.files)
    await pack.close()
  })
})

test('there, one voice stays one, and people are who they were', async () => {
  await elsewhere.visit(async () => {
    await refreshRegistry()
    await findTenant(city.id)
    const again = await aSession(city, voice.personId)
    expect(await support(again)).toMatchObject({ status: 200, count: 5 })
    const fresh = await someone()
    expect(await support(fresh)).toMatchObject({ status: 200, count: 6 })
    const before = await inTenant(city, (db) => db.select().from(people))
    const { personId } = await byLink(city, email)
    expect(before.map(({ id }) => id)).toContain(personId)
  })
})

test('no secret is in it, and nobody’s name or draft outside what is sealed', async () => {
  await packCity(at('plain.tar'), { city, passphrases: {}, now })
  const [row] = await inTenant(city, (db) => db.select().from(tenantSecrets))
  const words = [secret, row!.sealed, process.env.MASTER_SECRET!, voice.sessionId, 'cle-du-navigateur']
  for (const name of ['plain.tar', 'whole.tar']) {
    const text = await everything(at(name), name === 'whole.tar' ? passphrases : {})
    for (const word of words) expect(text.includes(word), `${word} in ${name}`).toBe(false)
  }
  const plain = await everything(at('plain.tar'), {})
  for (const word of [
    email,
    'Karima',
    'Awa du Conseil',
    'Brouillon intime',
    keyedHash('person-key', city.id, `email|${email}`),
  ])
    expect(plain.includes(word), word).toBe(false)
  expect(plain).toContain('près du kiosque')
})

test('without its people a city keeps every count, and takes no voice that it could not tell from another', async () => {
  await elsewhere.visit(async () => {
    const bare = await aCity()
    const pack = await open(at('plain.tar'), {})
    expect(await arrive(pack, bare)).toMatchObject({ ok: true })
    await pack.close()
    expect(await register(bare)).toMatchObject({ ok: true })
    await refreshRegistry()
    const arrived = await findTenant(bare.id)
    expect(arrived).toMatchObject({ id: bare.id, hosts: { shared: `${bare.id}.test` } })
    const [found] = await inTenant(bare, (db) => db.select().from(ideas))
    expect(found).toMatchObject({
      id: idea.id,
      supportCount: 5,
      title: 'Des bancs — « à l’ombre »\n\\.\t"" 🌳',
    })
    const person = await aSession(bare, await aPerson(bare))
    expect(await giveSupport({ tenant: bare, ideaId: idea.id, ...person })).toMatchObject({ status: 404 })
  })
})

describe('what is not a whole package of this version changes nothing', () => {
  test.each([
    ['another passphrase', 'whole.tar', { people: 'quelqu’un qui devine' }, 'passphrase_wrong'],
    ['a part that is not there', 'plain.tar', { voices: passphrases.voices }, 'not_in_package'],
  ])('%s', async (_what, file, words, refusal) => {
    expect(await openPackage(at(file), words)).toEqual({ ok: false, refusal })
  })

  test('a file that is something else', async () => {
    await writeFile(at('other.tar'), randomBytes(4096))
    expect(await openPackage(at('other.tar'), {})).toEqual({ ok: false, refusal: 'not_a_package' })
  })

  test('one byte that is not as it was', async () => {
    const [into, bytes] = [await aCity(), await readFile(at('plain.tar'))]
    const place = bytes.indexOf('city/media/') + 512
    bytes[place] = bytes[place]! ^ 1
    await writeFile(at('touched.tar'), bytes)
    const pack = await open(at('touched.tar'), {})
    expect(await arrive(pack, into)).toEqual({ ok: false, refusal: 'damaged' })
    await pack.close()
    expect(await inTenant(into, (db) => db.select().from(ideas))).toEqual([])
  })

  test('the tables of another version', async () => {
    const pack = await open(at('plain.tar'), {})
    const older = { ...pack, manifest: { ...pack.manifest, schemaVersion: '0001_long_ago' } }
    expect(await arrive(older, await aCity())).toEqual({ ok: false, refusal: 'other_schema' })
    await pack.close()
  })
})

/** All that anyone who holds the file and these words can read in it. */
async function everything(path: string, words: Parameters<typeof openPackage>[1]): Promise<string> {
  const pack = await open(path, words)
  const texts = [await readFile(path, 'latin1'), JSON.stringify(await pack.keys())]
  for (const one of pack.manifest.tables.filter(({ part }) => pack.parts.includes(part)))
    for await (const chunk of pack.rows(one)) texts.push(Buffer.from(chunk).toString('utf8'))
  await pack.close()
  return texts.join('')
}

test('the pictures arrive under their own names', async () => {
  const picture = await readFile(join(mediaFolder(city), `${'a'.repeat(22)}.webp`), 'utf8')
  expect(picture).toBe('RIFF une image')
})
