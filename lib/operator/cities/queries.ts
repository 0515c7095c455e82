import 'server-only'
import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { cities, hosts, ideas, letters, operatorActs, people, tenantVersions } from '../../../drizzle/schema'
import { type Operator, operatorDoor } from '../../db/operator'
import { measureUse } from '../../tenancy/means/queries'
import type { Quotas } from '../../tenancy/means/rules'
import { Tenant } from '../../../tenants/tenant'

const cityRow = {
  id: cities.id,
  status: cities.status,
  statusReason: cities.statusReason,
  closesAt: cities.closesAt,
  version: cities.publishedVersion,
  createdAt: cities.createdAt,
  withheld: cities.withheld,
  quotas: cities.quotas,
}

export const citiesOnAPage = 25

/** The cities of one page of the list, each with how it is doing, counted in it now. */
export async function listCitiesFor(page: number, now: Date, operator = operatorDoor()) {
  const rows = await operator.registry
    .select(cityRow)
    .from(cities)
    .orderBy(asc(cities.id))
    .limit(citiesOnAPage)
    .offset((page - 1) * citiesOnAPage)
  const [{ count } = { count: 0 }] = await operator.registry
    .select({ count: sql<number>`count(*)::int` })
    .from(cities)
  const shown = await Promise.all(
    rows.map(async (row) => {
      const isMeasured = Object.keys(row.quotas).length > 0
      return { ...row, ...(await figuresOf(operator, row, isMeasured ? now : null)) }
    }),
  )
  return { cities: shown, count }
}

/** One city as the operator sees it: numbers and settings, nothing that anybody wrote there. */
export async function findCityFor(id: string, now: Date, operator = operatorDoor()) {
  const [row] = await operator.registry.select(cityRow).from(cities).where(eq(cities.id, id))
  if (!row) return null
  const own = await operator.registry
    .select()
    .from(hosts)
    .where(eq(hosts.cityId, id))
    .orderBy(asc(hosts.host))
  const acts = await operator.registry
    .select()
    .from(operatorActs)
    .where(eq(operatorActs.cityId, id))
    .orderBy(desc(operatorActs.at))
    .limit(20)
  return { ...row, ...(await figuresOf(operator, row, now)), hosts: own, acts }
}
export type CityFor = NonNullable<Awaited<ReturnType<typeof findCityFor>>>

type Row = { id: string; version: number; quotas: Quotas }

function figuresOf(operator: Operator, { id, version, quotas }: Row, measuredAt: Date | null) {
  return operator.inCity({ id }, async (db) => {
    const [published] = await db
      .select({ settings: tenantVersions.settings })
      .from(tenantVersions)
      .where(eq(tenantVersions.version, version))
    const read = Tenant.safeParse(published?.settings)
    const timeZone = read.data?.timeZone ?? 'UTC'
    const [gathered] = await db
      .select({
        ideas: sql<number>`count(*)::int`,
        supports: sql<number>`coalesce(sum(support_count), 0)::int`,
      })
      .from(ideas)
      .where(eq(ideas.publication, 'published'))
    const [error] = await db
      .select({ text: letters.lastError, at: letters.endedAt })
      .from(letters)
      .where(isNotNull(letters.lastError))
      .orderBy(desc(letters.queuedAt))
      .limit(1)
    return {
      tenant: read.success ? read.data : null,
      ideas: gathered?.ideas ?? 0,
      supports: gathered?.supports ?? 0,
      people: await db.$count(people),
      lettersWaiting: await db.$count(letters, eq(letters.state, 'waiting')),
      lettersFailed: await db.$count(letters, eq(letters.state, 'failed')),
      lastError: error?.text ?? null,
      uses: measuredAt ? await measureUse(db, { tenant: { id, timeZone }, quotas, now: measuredAt }) : [],
    }
  })
}
