import 'server-only'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, gte, sql } from 'drizzle-orm'
import { cities, ideas, letters } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { mediaFolder } from '../../media/commands'
import { type Quotas, type Use, usesOf } from './rules'

/** What whoever runs the platform does not let a city switch on, for now. */
export async function withheldFrom(db: Db, { id }: { id: string }): Promise<string[]> {
  const [city] = await db.select({ withheld: cities.withheld }).from(cities).where(eq(cities.id, id))
  return city?.withheld ?? []
}

export type Means = { withheld: string[]; uses: Use[] }

/** What a city may use, and what it does use. */
export function findMeans(tenant: Tenant, now: Date): Promise<Means> {
  return inTenant(tenant, async (db) => {
    const [city] = await db.select().from(cities).where(eq(cities.id, tenant.id))
    return {
      withheld: city?.withheld ?? [],
      uses: await measureUse(db, { tenant, quotas: city?.quotas ?? {}, now }),
    }
  })
}

type Asked = { tenant: Pick<Tenant, 'id' | 'timeZone'>; quotas: Quotas; now: Date }

/** Counted in the city's own rows and files, from the first day of its year. */
export async function measureUse(db: Db, { tenant, quotas, now }: Asked): Promise<Use[]> {
  const { timeZone } = tenant
  const year = sql`date_trunc('year', ${now.toISOString()}::timestamptz at time zone ${timeZone}) at time zone ${timeZone}`
  const used = {
    storage: Math.ceil((await bytesOf(mediaFolder(tenant))) / 1_000_000),
    letters: await db.$count(letters, gte(letters.queuedAt, year)),
    ideas: await db.$count(ideas, gte(ideas.publishedAt, year)),
  }
  return usesOf(used, quotas)
}

const weighed = new Map<string, { at: number; bytes: number }>()

/** A folder is weighed again once a file has come or gone. */
async function bytesOf(folder: string): Promise<number> {
  const found = await stat(folder).catch(() => null)
  if (!found) return 0
  const known = weighed.get(folder)
  if (known?.at === found.mtimeMs) return known.bytes
  let bytes = 0
  for (const name of await readdir(folder)) {
    const file = await stat(join(folder, name)).catch(() => null)
    bytes += file?.size ?? 0
  }
  weighed.set(folder, { at: found.mtimeMs, bytes })
  return bytes
}
