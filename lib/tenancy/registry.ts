import 'server-only'
import { and, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { announcements, cities, hosts, tenantVersions } from '../../drizzle/schema'
import { Tenant } from '../../tenants/tenant'
import { recallCarriedKeys } from '../auth/secrets'
import { inRegistry, inTenant } from '../db'
import { publicOrigin } from './origin'

export type HostEntry = typeof hosts.$inferSelect
export type CityEntry = typeof cities.$inferSelect
export type HostSite = {
  /** The draft whose settings `tenant` holds, for one request. */
  preview?: string
  /** Somebody of the operator looks on, as JSON: for one request. */
  helping?: string
  tenant: Tenant
  status: CityEntry['status']
  statusReason: string | null
  sessionEpoch: number
  host: HostEntry
  canonicalHost: string
  origin: string
}

type Memory = {
  hosts: Map<string, HostEntry>
  served: ReadonlySet<string>
  cities: Map<string, CityEntry>
  settings: Map<string, Promise<Tenant>>
  sites: Map<string, HostSite>
  announced: (typeof announcements.$inferSelect)[]
  loading: Promise<void> | null
}

// One memory for the whole process: Next and the server around it each bundle this file.
const key = Symbol.for('parvis.registry')
const shared = globalThis as { [key]?: Memory }
const memory = (): Memory =>
  (shared[key] ??= {
    hosts: new Map(),
    served: new Set(),
    cities: new Map(),
    settings: new Map(),
    sites: new Map(),
    announced: [],
    loading: null,
  })

/** Reads every city and host again. Called at start and when the database says that the registry changed. */
export async function refreshRegistry(): Promise<void> {
  const known = memory()
  const isAhead = and(gt(announcements.untilAt, sql`now()`), isNull(announcements.withdrawnAt))
  const [cityRows, hostRows, announced] = await Promise.all([
    inRegistry((db) => db.select().from(cities).where(ne(cities.status, 'deleted'))),
    inRegistry((db) => db.select().from(hosts)),
    inRegistry((db) => db.select().from(announcements).where(isAhead)),
  ])
  known.cities = new Map(cityRows.map((city) => [city.id, city]))
  const served = hostRows.filter(({ status }) => status !== 'detached')
  known.hosts = new Map(served.map((host) => [host.host, host]))
  known.served = new Set(known.hosts.keys())
  known.sites.clear()
  known.announced = announced
  const current = new Set(cityRows.map(settingsKey))
  for (const version of known.settings.keys()) if (!current.has(version)) known.settings.delete(version)
}

/** What is already in memory about a host, for the way that has no time to wait. */
export const knownSite = (name: string): HostSite | undefined => memory().sites.get(name)

/** Every host that is answered, aliases included; null before the registry was ever read. */
export function servedHosts(): ReadonlySet<string> | null {
  const known = memory()
  return known.served.size > 0 ? known.served : null
}

/** The city a normalised host name stands for, with the settings it has published, or null. */
export async function siteForHost(name: string | null): Promise<HostSite | null> {
  const known = memory()
  await loaded()
  const host = name ? known.hosts.get(name) : undefined
  const city = host && known.cities.get(host.cityId)
  if (!host || !city) return null
  const tenant = await settingsOf(city)
  const held = known.sites.get(host.host)
  if (held?.tenant === tenant) return held
  const canonicalHost = tenant.hosts[host.surface] ?? host.host
  const { status, statusReason, sessionEpoch } = city
  const origin = publicOrigin(canonicalHost)
  const site = { tenant, status, statusReason, sessionEpoch, host, canonicalHost, origin }
  if (known.cities.get(city.id) !== city) return site
  known.sites.set(host.host, site)
  if (known.sites.size > mostAtHand) known.sites.delete(known.sites.keys().next().value!)
  return site
}

/** Until there is a first city there is nothing to remember, so it is asked for again. */
async function loaded(): Promise<void> {
  const known = memory()
  if (known.hosts.size === 0)
    await (known.loading ??= refreshRegistry().finally(() => (known.loading = null)))
}

/** What a city has published last. */
export async function findTenant(id: string): Promise<Tenant | null> {
  const known = memory()
  await loaded()
  const city = known.cities.get(id)
  return city ? settingsOf(city) : null
}

/** What the registry says of a city, without its settings; null for one that is not there, or no more. */
export async function findCity(id: string): Promise<CityEntry | null> {
  await loaded()
  return memory().cities.get(id) ?? null
}

/** What the operator announces to all cities or some, now or later. */
export const knownAnnouncements = () => memory().announced

/** Every city's id, without reading what it has published. */
export async function listCityIds(): Promise<string[]> {
  await loaded()
  return [...memory().cities.keys()]
}

export async function listTenants(): Promise<Tenant[]> {
  const known = memory()
  await loaded()
  return Promise.all([...known.cities.values()].map(settingsOf))
}

/** Cities whose settings are kept: each is about as large as a page of theirs. */
const mostAtHand = 300

const settingsKey = (city: CityEntry) => `${city.id}@${city.publishedVersion}`

function settingsOf(city: CityEntry): Promise<Tenant> {
  const known = memory()
  const version = settingsKey(city)
  let settings = known.settings.get(version)
  if (!settings) {
    settings = loadSettings(city).catch((error) => {
      known.settings.delete(version)
      throw error
    })
  }
  remember(known.settings, version, settings)
  return settings
}

/** The settings asked for last stay at hand; those of a city nobody visits are read again when somebody does. */
function remember(settings: Memory['settings'], version: string, read: Promise<Tenant>) {
  settings.delete(version)
  settings.set(version, read)
  if (settings.size > mostAtHand) settings.delete(settings.keys().next().value!)
}

function loadSettings(city: CityEntry): Promise<Tenant> {
  return inTenant(city, async (db) => {
    const [row] = await db
      .select({ settings: tenantVersions.settings })
      .from(tenantVersions)
      .where(eq(tenantVersions.version, city.publishedVersion))
    await recallCarriedKeys(db, city)
    return Tenant.parse(row?.settings)
  })
}
