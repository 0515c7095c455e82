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

/** Everything a city has published, oldest first. */
export function listVersions(db: Db): Promise<Version[]> {
  return db.select().from(tenantVersions).orderBy(asc(tenantVersions.version))
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
