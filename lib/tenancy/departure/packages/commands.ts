import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { and, eq, inArray, lte } from 'drizzle-orm'
import { cityPackages } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { seal, unseal } from '../../../auth/sealing'
import { type Db, inTenant } from '../../../db'
import { enqueue } from '../../../jobs/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { audit } from '../../audit/commands'
import { asVisitor } from '../archive/asking'
import { archiveCity } from '../archive/commands'
import { packCity } from '../leaving/commands'
import { packageFile, packageFolder } from './folder'
import { keptDays, mostKept, type PackageRefusal, triedHours } from './rules'

const purpose = 'package-words'
type Asking = { by: { id: string; name: string | null }; cityName: string; words: string | null; now: Date }

/** Asks for all the city has in one file. It is made apart from the request: a large city takes a while. */
export function askForPackage(
  tenant: Tenant,
  { by, cityName, words, now }: Asking,
): Promise<Outcome<undefined, PackageRefusal>> {
  const names = Object.values(tenant.name).map((name) => name.toLocaleLowerCase())
  return inTenant(tenant, async (db) => {
    if (!names.includes(cityName.toLocaleLowerCase())) return refused('another_name')
    if (await hasEnough(db)) return refused('too_many_packages')
    const [row] = await db
      .insert(cityPackages)
      .values({
        askedById: by.id,
        askedAt: now,
        withPeople: words !== null,
        sealedWords: words === null ? null : seal(purpose, tenant.id, Buffer.from(words)),
      })
      .returning({ id: cityPackages.id })
    const actor = { kind: 'admin', name: by.name ?? '' } as const
    const after = { people: words !== null }
    await audit(db, { actor, action: 'package_asked', subject: `package:${row!.id}`, after, now })
    await enqueue(db, 'departure.pack', { packageId: row!.id }, row!.id)
    return done(undefined)
  })
}

/** Asks for what everybody can see as pages to keep. There is nobody's data in it, so nothing has to be written out. */
export function askForArchive(
  tenant: Tenant,
  { by, now }: Pick<Asking, 'by' | 'now'>,
): Promise<Outcome<undefined, 'too_many_packages'>> {
  return inTenant(tenant, async (db) => {
    if (await hasEnough(db)) return refused('too_many_packages')
    const [row] = await db
      .insert(cityPackages)
      .values({ kind: 'archive', askedById: by.id, askedAt: now, withPeople: false })
      .returning({ id: cityPackages.id })
    const actor = { kind: 'admin', name: by.name ?? '' } as const
    await audit(db, { actor, action: 'archive_asked', subject: `package:${row!.id}`, now })
    await enqueue(db, 'departure.archive', { packageId: row!.id }, row!.id)
    return done(undefined)
  })
}

async function hasEnough(db: Db): Promise<boolean> {
  return (await db.$count(cityPackages, inArray(cityPackages.state, ['waiting', 'ready']))) >= mostKept
}

/** Makes the archive that was asked for, as the city is shown while it is made. */
export async function makeArchive(tenant: Tenant, packageId: string, now: Date): Promise<void> {
  const asked = await findWaiting(tenant, packageId)
  if (!asked) return
  await mkdir(packageFolder(tenant), { recursive: true, mode: 0o700 })
  const { pages, files } = await archiveCity(packageFile(tenant, asked), { tenant, ask: asVisitor, now })
  await finish(tenant, asked, { rowCount: pages, fileCount: files.length, now })
}

/** Makes the file that was asked for. Done again after a crash it begins again; done twice, the second finds it made. */
export async function makePackage(tenant: Tenant, packageId: string, now: Date): Promise<void> {
  const asked = await findWaiting(tenant, packageId)
  if (!asked) return
  const words = asked.sealedWords ? unseal(purpose, tenant.id, asked.sealedWords).toString('utf8') : undefined
  await mkdir(packageFolder(tenant), { recursive: true, mode: 0o700 })
  const leaving = { city: tenant, passphrases: { people: words }, now }
  const { tables, files } = await packCity(packageFile(tenant, asked), leaving)
  const rowCount = tables.reduce((sum, { rows }) => sum + rows, 0)
  await finish(tenant, asked, { rowCount, fileCount: files.length, now })
}

async function findWaiting(tenant: Tenant, packageId: string): Promise<Asked | undefined> {
  const isThis = and(eq(cityPackages.id, packageId), eq(cityPackages.state, 'waiting'))
  const [asked] = await inTenant(tenant, (db) => db.select().from(cityPackages).where(isThis))
  return asked
}
type Asked = typeof cityPackages.$inferSelect

type Made = { rowCount: number; fileCount: number; now: Date }

async function finish(tenant: Tenant, asked: Asked, { now, ...counts }: Made): Promise<void> {
  const { sha256, bytes } = await digestOf(packageFile(tenant, asked))
  const expiresAt = new Date(now.getTime() + keptDays * 86_400_000)
  const isThis = and(eq(cityPackages.id, asked.id), eq(cityPackages.state, 'waiting'))
  const made = {
    state: 'ready',
    sealedWords: null,
    byteCount: bytes,
    sha256,
    readyAt: now,
    expiresAt,
  } as const
  await inTenant(tenant, (db) =>
    db
      .update(cityPackages)
      .set({ ...made, ...counts })
      .where(isThis),
  )
}

async function digestOf(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Files past their week are gone, whether they were fetched or not; so is what never became one. */
export async function forgetPackages(tenant: { id: string }, now: Date): Promise<void> {
  const past = and(eq(cityPackages.state, 'ready'), lte(cityPackages.expiresAt, now))
  const tooLate = new Date(now.getTime() - triedHours * 3_600_000)
  const late = and(eq(cityPackages.state, 'waiting'), lte(cityPackages.askedAt, tooLate))
  const named = { id: cityPackages.id, kind: cityPackages.kind }
  const gone = await inTenant(tenant, async (db) => [
    ...(await db.update(cityPackages).set({ state: 'expired' }).where(past).returning(named)),
    ...(await db
      .update(cityPackages)
      .set({ state: 'failed', sealedWords: null })
      .where(late)
      .returning(named)),
  ])
  for (const one of gone) await rm(packageFile(tenant, one), { force: true })
}
