import { createHash } from 'node:crypto'
import type { Tenant } from '../../../../tenants/tenant'
import { platformsOf, readPath } from '../../site'
import { legalPaths } from '../../legal/rules'

/** Pages that an archive holds, with the words of the query that lead to more of the same. The rest can only be used alive. */
const pages: readonly (readonly [path: RegExp, query: readonly string[]])[] = [
  [/^\/$/, []],
  [/^\/idees$/, ['apres']],
  [/^\/idees\/carte$/, []],
  [/^\/idees\/[^/]+$/, ['page']],
  [/^\/idees\/[^/]+\/(avis|certificat)$/, []],
  [/^\/idees\/[^/]+\/discussion$/, ['apres']],
  [/^\/consultations$/, ['page']],
  [/^\/consultations\/[^/]+$/, []],
  [/^\/engagements$/, ['apres']],
  [/^\/activites$/, ['page', 'apres']],
  [/^\/activites\/[^/]+$/, []],
  // Its other months go back without end.
  [/^\/moderation\/chiffres$/, []],
  [/^\/regles(\/\d+)?$/, []],
  ...Object.values(legalPaths)
    .filter((path) => path !== '/regles')
    .map((path) => [new RegExp(`^${path}$`), ['version']] as const),
]

/** What pages are made of, and what they hand out. */
const files = /\.(css|woff2?|png|webp|jpe?g|svg|pdf|csv)$/
const neverFiles = /\/(partage\.png|api\/)/

/** An address of a city as an archive knows it: the same place for every way to write it. Null for what it does not hold. */
export function placeOf(tenant: Tenant, address: URL): { key: string; file: string } | null {
  const { host, pathname } = address
  const home = homeOf(tenant, address.hostname)
  if (!home) return null
  // Two hosts may each have something of their own at the same address.
  const folder = tenant.hosts.shared ? '' : `${home}/`
  if (files.test(pathname) && !neverFiles.test(pathname))
    return { key: `${host}${pathname}`, file: fileAt(`${folder}fichiers${pathname}`, '') }
  const { path, surface } = readPath(tenant, home, pathname)
  if (surface === 'ville' && path !== '/' && !isLegal(path)) return null
  const page = pages.find(([shape]) => shape.test(path))
  if (!page) return null
  const query = new URLSearchParams(address.searchParams)
  query.sort()
  // What follows in a filtered or otherwise sorted list is in the whole one as well.
  const goesOn = query.size > 0 && [...query.keys()].every((name) => page[1].includes(name))
  const at = `${folder}${pathname.replace(/^\/|\/$/g, '')}`.replace(/([^/])$/, '$1/')
  const asked = goesOn ? `?${query}` : ''
  return { key: `${host}${pathname}${asked}`, file: fileAt(`${at}index.html`, asked) }
}

const isLegal = (path: string) => (Object.values(legalPaths) as string[]).includes(path)

function homeOf({ hosts, modules }: Tenant, hostname: string) {
  if (hosts.shared === hostname) return 'shared'
  return platformsOf({ hosts, modules }).find((one) => hosts[one] === hostname)
}

/** A name that every system takes, and that no other address shares. */
function fileAt(path: string, query: string): string {
  const plain = safe(path)
  if (plain === path && query === '') return path
  const mark = createHash('sha256').update(`${path}${query}`).digest('hex').slice(0, 10)
  return plain.replace(/(\.[a-z0-9]+)$/, `-${mark}$1`)
}

const safe = (path: string) =>
  path
    .split('/')
    .map((part) =>
      part
        .replace(/%[0-9a-f]{2}|[^\w.-]/gi, '_')
        .replace(/^\.+/, '_')
        .slice(0, 100),
    )
    .join('/')

/** From one file of the archive to another, as it is written in a page. */
export function wayBetween(from: string, to: string): string {
  const [start, end] = [from.split('/').slice(0, -1), to.split('/')]
  const shared = start.findIndex((part, place) => part !== end[place])
  const same = shared === -1 ? start.length : shared
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/')
}
