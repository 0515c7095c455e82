import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { and, eq, inArray, lte } from 'drizzle-orm'
import { cityPackages } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { seal, unseal } from '../../../auth/sealing'
import { inTenant } from '../../../db'
import { enqueue } from '../../../jobs/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { audit } from '../../audit/commands'
import { packCity } from '../leaving/commands'
import { packageFile, packageFolder } from './folder'
import { keptDays, mostKept, type PackageRefusal } from './rules'

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
    const kept = await db.$count(cityPackages, inArray(cityPackages.state, ['waiting', 'ready']))
    if (kept >= mostKept) return refused('too_many_packages')
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

/** Makes the file that was asked for. Done again after a crash it begins again; done twice, the second finds it made. */
export async function makePackage(tenant: Tenant, packageId: string, now: Date): Promise<void> {
  const isThis = and(eq(cityPackages.id, packageId), eq(cityPackages.state, 'waiting'))
  const [asked] = await inTenant(tenant, (db) => db.select().from(cityPackages).where(isThis))
  if (!asked) return
  const words = asked.sealedWords ? unseal(purpose, tenant.id, asked.sealedWords).toString('utf8') : undefined
  const path = packageFile(tenant, packageId)
  await mkdir(packageFolder(tenant), { recursive: true, mode: 0o700 })
  const manifest = await packCity(path, { city: tenant, passphrases: { people: words }, now })
  const { sha256, bytes } = await digestOf(path)
  const made = {
    state: 'ready',
    sealedWords: null,
    byteCount: bytes,
    rowCount: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    fileCount: manifest.files.length,
    sha256,
    readyAt: now,
    expiresAt: new Date(now.getTime() + keptDays * 86_400_000),
  } as const
  await inTenant(tenant, (db) => db.update(cityPackages).set(made).where(isThis))
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

/** Files past their week are gone, whether they were fetched or not. */
export async function forgetPackages(tenant: { id: string }, now: Date): Promise<void> {
  const past = and(eq(cityPackages.state, 'ready'), lte(cityPackages.expiresAt, now))
  const gone = await inTenant(tenant, (db) =>
    db.update(cityPackages).set({ state: 'expired' }).where(past).returning({ id: cityPackages.id }),
  )
  for (const { id } of gone) await rm(packageFile(tenant, id), { force: true })
}
