import 'server-only'
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import {
  cities,
  hosts,
  ideas,
  letters,
  mailHealth,
  operatorActs,
  people,
  tenantVersions,
} from '../../../drizzle/schema'
import type { Db } from '../../db'
import { type Operator, operatorDoor } from '../../db/operator'
import { withoutAddresses } from '../../mail/dead/rules'
import { slugFor } from '../../tenancy/creation/rules'
import { measureUse } from '../../tenancy/means/queries'
import type { Quotas } from '../../tenancy/means/rules'
import type { CityStatus } from '../../tenancy/states/rules'
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

/** Part of a city's name or of one of its addresses, and a state. */
export type Sought = { name?: string; status?: CityStatus }

const isSought = ({ name, status }: Sought) =>
  and(
    status && eq(cities.status, status),
    name
      ? sql`(strpos(${cities.id}, ${slugFor(name) || name}) > 0 or exists (select from ${hosts}
          where ${hosts.cityId} = ${cities.id} and strpos(${hosts.host}, ${name.toLowerCase()}) > 0))`
      : undefined,
  )

/** The cities of one page of the list, each with how it is doing, counted in it now. */
export async function listCitiesFor(page: number, now: Date, sought: Sought = {}, operator = operatorDoor()) {
  const rows = await operator.registry
    .select(cityRow)
    .from(cities)
    .where(isSought(sought))
    .orderBy(asc(cities.id))
    .limit(citiesOnAPage)
    .offset((page - 1) * citiesOnAPage)
  const [{ count } = { count: 0 }] = await operator.registry
    .select({ count: sql<number>`count(*)::int` })
    .from(cities)
    .where(isSought(sought))
  const shown = rows.map(({ id }) => id)
  const known = await operator.registry.select().from(hosts).where(inArray(hosts.cityId, shown))
  const listed = await Promise.all(
    rows.map(async (row) => {
      const isMeasured = Object.keys(row.quotas).length > 0
      const own = known.filter(({ cityId }) => cityId === row.id)
      return { ...row, ...(await figuresOf(operator, row, isMeasured ? now : null)), hosts: own }
    }),
  )
  return { cities: listed, count }
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
    const [health] = await db.select().from(mailHealth)
    return {
      tenant: read.success ? read.data : null,
      ideas: gathered?.ideas ?? 0,
      supports: gathered?.supports ?? 0,
      people: await db.$count(people),
      lettersWaiting: await db.$count(letters, eq(letters.state, 'waiting')),
      lettersFailed: await db.$count(letters, eq(letters.state, 'failed')),
      senderFailingSince: health?.failingSince ?? null,
      lastError: await lastErrorOf(db),
      uses: measuredAt ? await measureUse(db, { tenant: { id, timeZone }, quotas, now: measuredAt }) : [],
    }
  })
}

/** What was last said of a letter that did not leave, and when: nobody's address is in it. */
async function lastErrorOf(db: Db) {
  const at = sql<Date>`coalesce(${letters.endedAt}, ${letters.dueAt})`.mapWith(letters.dueAt)
  const [said] = await db
    .select({ text: letters.lastError, at })
    .from(letters)
    .where(isNotNull(letters.lastError))
    .orderBy(desc(at))
    .limit(1)
  return said ? { text: withoutAddresses(said.text), at: said.at } : null
}
