import 'server-only'
import { eq, inArray } from 'drizzle-orm'
import { people } from '../../../../drizzle/schema'
import { settings } from '../../../../tenants/settings'
import { type Db, inTenant } from '../../../db'
import { actorOf, type AuditActor } from '../../audit/rules'
import { originOf, type Version } from '../../versions/plan/rules'
import { listVersions } from '../../versions/queries'
import { differences } from '../../versions/rules'

export type Origin = { version: number; at: Date; kind: AuditActor['kind']; name: string | null }
export type Origins = Record<string, Origin>

/** Where each setting in force comes from: which version, whose. */
export function findOrigins(tenant: { id: string }): Promise<Origins> {
  return inTenant(tenant, async (db) => {
    const versions = await listVersions(db)
    const names = await namesOf(db, versions)
    const found = settings.map(({ key }) => [key, told(originOf(versions, key), names)] as const)
    return Object.fromEntries(found)
  })
}

/** What a city has published, the last first, with what each version changed. */
export function listPublished(tenant: { id: string }) {
  return inTenant(tenant, async (db) => {
    const versions = await listVersions(db)
    const names = await namesOf(db, versions)
    const published = versions.map((version, index) => ({
      ...told(version, names),
      note: version.note,
      changed:
        index === 0 ? [] : differences(versions[index - 1]!.settings, version.settings).map(({ at }) => at),
    }))
    return published.reverse().slice(0, 50)
  })
}
export type Published = Awaited<ReturnType<typeof listPublished>>[number]

export function told({ version, author, publishedAt }: Version, names: Map<string, string | null>): Origin {
  const { kind, name } = actorOf(author)
  return {
    version,
    at: publishedAt,
    kind,
    name: kind === 'admin' ? (names.get(name) ?? null) : kind === 'system' ? null : name,
  }
}

export async function namesOf(db: Db, versions: Version[]): Promise<Map<string, string | null>> {
  const ids = versions
    .map(({ author }) => actorOf(author))
    .filter(({ kind }) => kind === 'admin')
    .map(({ name }) => name)
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function nameOf(tenant: { id: string }, id: string | null): Promise<string | null> {
  if (!id) return null
  const rows = await inTenant(tenant, (db) =>
    db.select({ name: people.name }).from(people).where(eq(people.id, id)),
  )
  return rows[0]?.name ?? null
}
