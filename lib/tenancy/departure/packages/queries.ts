import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { and, desc, eq, gt } from 'drizzle-orm'
import { cityPackages, people } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { packageFile } from './folder'
import { formOf } from './rules'

/** What was asked for, newest first: by whom, and what came of it. */
export function listPackages(tenant: { id: string }) {
  return inTenant(tenant, (db) =>
    db
      .select({
        id: cityPackages.id,
        kind: cityPackages.kind,
        by: people.name,
        askedAt: cityPackages.askedAt,
        state: cityPackages.state,
        withPeople: cityPackages.withPeople,
        byteCount: cityPackages.byteCount,
        rowCount: cityPackages.rowCount,
        fileCount: cityPackages.fileCount,
        sha256: cityPackages.sha256,
        expiresAt: cityPackages.expiresAt,
      })
      .from(cityPackages)
      .innerJoin(people, eq(people.id, cityPackages.askedById))
      .orderBy(desc(cityPackages.askedAt))
      .limit(20),
  )
}
export type ListedPackage = Awaited<ReturnType<typeof listPackages>>[number]

/** The bytes of a package that may still be fetched, as they are read from the disk. */
export async function openReadyPackage(tenant: { id: string }, id: string, now: Date) {
  const ready = and(eq(cityPackages.id, id), eq(cityPackages.state, 'ready'), gt(cityPackages.expiresAt, now))
  const [found] = await inTenant(tenant, (db) => db.select().from(cityPackages).where(ready))
  if (!found) return null
  const path = packageFile(tenant, found)
  const kept = await stat(path).catch(() => null)
  if (!kept?.isFile()) return null
  const bytes = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  const { end, type } = formOf[found.kind]
  const name = `${tenant.id}-${found.kind === 'archive' ? 'archive-' : ''}${found.askedAt.toISOString().slice(0, 10)}.${end}`
  return { bytes, size: kept.size, type, name }
}
