import { locales } from '../../../tenants/tenant'
import type { HostSite } from '../../tenancy/registry'
import { hasConsultations, isOffered } from '../../tenancy/site'
import { type PublicRoute, publicRoute } from '../page-cache/public-routes'
import { type Address, readAddress } from './address'
import { type Place, placeOf } from './internal-headers'

/** Where an address leads in a city. */
export type Way = {
  address: Address
  place: Place
  /** Nothing there belongs to what the city has switched off. */
  isOpen: boolean
  /** The path under which it is answered; another one is sent there. */
  right: string
  /** When it is the same for everyone, which page. */
  route: PublicRoute | undefined
}

const mostKept = 2000
const longestKept = 300
let [known, count] = [new WeakMap<HostSite, Map<string, Way | null>>(), 0]

/**
 * The way of an address, worked out once: a process meets few addresses and many requests. Null when no page can be there.
 * A city whose settings change is another site here.
 */
export function wayOf(site: HostSite, url: string): Way | null {
  const ways = known.get(site) ?? new Map<string, Way | null>()
  const held = ways.get(url)
  if (held !== undefined) return held
  if (url.length > longestKept) return findWay(site, url)
  if (count === mostKept) [known, count] = [new WeakMap(), 0]
  const way = findWay(site, url)
  known.set(site, ways.set(url, way))
  count++
  return way
}

/** The same, kept by nobody: for a city under a draft, or looked on by somebody of the operator. */
export function findWay(site: HostSite, url: string): Way | null {
  const address = readAddress(url)
  if (!address) return null
  const { pathname } = address
  const place = placeOf(site, pathname)
  return {
    address,
    place,
    isOpen: isOpen(site, place, pathname),
    right: withoutSpareLanguage(site, pathname),
    route: publicRoute(place.surface, place.path),
  }
}

const aboutConsultations = /^(\/administration|\/api\/v1)?\/consultations(\/|$)/

/** What a city has switched off has no address, whichever way one asks for it. */
function isOpen({ tenant }: HostSite, { surface, path }: Place, pathname: string): boolean {
  if (surface !== 'ville' && !isOffered(tenant, surface)) return false
  const isAbout = aboutConsultations.test(path) || aboutConsultations.test(pathname)
  if (isAbout && !hasConsultations(tenant)) return false
  return isOffered(tenant, 'decider') || !/^\/api\/v1\/(ideas|consultations|rules)(\/|$)/.test(pathname)
}

/** Only a city's further languages have a prefix: `/fr/idees` is `/idees`, and so is `/es/idees` once Spanish was retired. */
function withoutSpareLanguage({ tenant }: HostSite, pathname: string): string {
  const [, language = '', ...rest] = pathname.split('/')
  const isOne = locales.some((locale) => locale === language)
  return isOne && !tenant.locales.some((locale, place) => place > 0 && locale === language)
    ? `/${rest.join('/')}`
    : pathname
}
