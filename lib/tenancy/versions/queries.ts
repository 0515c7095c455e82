import 'server-only'
import { asc, eq, inArray, sql } from 'drizzle-orm'
import { cities, ideas, tenantVersions } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import type { Db } from '../../db'
import type { Operator } from '../../db/operator'
import type { Version } from './plan/rules'
import type { Problem } from './rules'

export type CityHead = { id: string; status: string; publishedVersion: number; changedAt: Date }

export function listCities({ registry }: Operator): Promise<CityHead[]> {
  return registry
    .select({
      id: cities.id,
      status: cities.status,
      publishedVersion: cities.publishedVersion,
      changedAt: cities.changedAt,
    })
    .from(cities)
    .orderBy(asc(cities.id))
}

type Published = Omit<Version, 'settings' | 'publishedAt'> & {
  publishedAt: string
  changed: Record<string, unknown> | null
  gone: string[] | null
}

/**
 * Everything a city has published, oldest first. Postgres sends what each version changed alone, and versions share
 * what none of them did: a city may publish its outline once and its colours fifty times.
 */
export async function listVersions(db: Db): Promise<Version[]> {
  const rows = await db.execute<Published>(sql`
    select version, author, note, published_at as "publishedAt", members.*
    from (select *, lag(settings) over (order by version) as before from ${tenantVersions}) versions,
      lateral (
        select jsonb_object_agg(key, young.value) filter (where young.key is not null) as changed,
          array_agg(key) filter (where young.key is null) as gone
        from jsonb_each(settings) young full join jsonb_each(before) old using (key)
        where (young.key is null) <> (old.key is null) or young.value <> old.value
      ) members
    order by version`)
  let settings = {}
  return rows.map(({ changed, gone, publishedAt, ...version }) => {
    const kept = Object.entries(settings).filter(([key]) => !gone?.includes(key))
    settings = { ...Object.fromEntries(kept), ...changed }
    return { ...version, settings, publishedAt: new Date(publishedAt) }
  })
}

export async function countRunning(db: Db): Promise<number> {
  return db.$count(ideas, eq(ideas.collection, 'open'))
}

/** What cannot be taken away because something published refers to it. */
export async function listInUse(db: Db, before: Tenant, after: Tenant): Promise<Problem[]> {
  const gone = (old: string[], young: string[]) => old.filter((name) => !young.includes(name))
  const removed = [
    [
      'themes',
      ideas.themeId,
      gone(
        before.themes.map(({ id }) => id),
        after.themes.map(({ id }) => id),
      ),
    ],
    ['territory.districts', ideas.districtCode, gone(codes(before), codes(after))],
    ['territory.districts', ideas.secondDistrictCode, gone(codes(before), codes(after))],
  ] as const
  const problems: Problem[] = []
  for (const [at, column, names] of removed) {
    if (names.length === 0) continue
    const rows = await db
      .select({ name: column, count: sql<number>`count(*)::int` })
      .from(ideas)
      .where(inArray(column, names))
      .groupBy(column)
    for (const { name, count } of rows) problems.push({ at, code: 'in_use', named: name ?? '', count })
  }
  return problems
}

const codes = ({ territory }: Tenant) => territory.districts.map(({ code }) => code)
