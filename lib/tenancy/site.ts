import { type Locale, type Platform, platforms, type Tenant } from '../../tenants/tenant'
import type { CityStatus } from './states/rules'

/** What is being served: `ville` is the page above both platforms, where a city has one host for the two. */
export type Surface = Platform | 'ville'

export type Site = {
  /** The draft under which the city is being shown to whoever prepares it. */
  preview?: string
  tenant: Tenant
  surface: Surface
  locale: Locale
  /** Scheme, canonical host and port, no slash at the end. The only origin an absolute link may have. */
  origin: string
  status: CityStatus
  /** Why it is in this state, where that was said. */
  statusReason: string | null
}

/** The platforms a city has: switched on, and at a host. Nothing leads to the other, and nothing is there. */
export function platformsOf({ modules, hosts }: Pick<Tenant, 'modules' | 'hosts'>): Platform[] {
  const on = { decider: modules.ideas, agir: modules.agir }
  return platforms.filter((one) => on[one] && (hosts.shared ?? hosts[one]))
}

export function isOffered(tenant: Pick<Tenant, 'modules' | 'hosts'>, surface: Surface): boolean {
  return surface === 'ville' ? tenant.hosts.shared !== undefined : platformsOf(tenant).includes(surface)
}

/** They are found where one decides, unless the city holds none. */
export function hasConsultations(tenant: Pick<Tenant, 'modules' | 'hosts'>): boolean {
  return tenant.modules.consultations && isOffered(tenant, 'decider')
}

/** Where the pages are that every platform has, such as one's account, for who is on none of them. */
export function homePlatform(tenant: Pick<Tenant, 'modules' | 'hosts'>): Platform {
  return platformsOf(tenant)[0] ?? 'decider'
}

/**
 * The address, on its own host, of a page of one platform: `/idees` → `/idees`, `/en/idees`, `/decider/idees` or
 * `/en/decider/idees`, by the city's hosts and languages. The city's first language has no prefix.
 */
export function pathOf(tenant: Tenant, locale: Locale, surface: Surface, path: string): string {
  const language = locale === tenant.locales[0] ? '' : `/${locale}`
  const platform = tenant.hosts.shared && surface !== 'ville' ? `/${surface}` : ''
  return `${language}${platform}${path === '/' ? '' : path}` || '/'
}

/** Where an address on a host leads: the inverse of `pathOf`. Null when no page of this city can be there. */
export function readPath(tenant: Tenant, host: 'shared' | Platform, pathname: string) {
  const segments = pathname.split('/').slice(1)
  const [first, ...others] = tenant.locales
  const locale = others.find((other) => other === segments[0])
  if (locale) segments.shift()
  const surface = host === 'shared' ? platformIn(segments[0]) : host
  if (host === 'shared' && surface !== 'ville') segments.shift()
  return { locale: locale ?? first!, surface, path: `/${segments.join('/')}` } as const

  function platformIn(segment: string | undefined): Surface {
    return segment === 'decider' || segment === 'agir' ? segment : 'ville'
  }
}

/** An address on this site, to be kept: without the language it was read in, and without the platform. */
export function lasting(
  { tenant, surface, origin }: Pick<Site, 'tenant' | 'surface' | 'origin'>,
  url: string,
) {
  if (!url.startsWith('/')) return url
  const page = readPath(tenant, tenant.hosts.shared || surface === 'ville' ? 'shared' : surface, url)
  return page.surface === 'agir' && surface !== 'agir' ? `${origin}${url}` : page.path
}
