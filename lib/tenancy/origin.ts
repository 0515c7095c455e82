import type { Locale, Tenant } from '../../tenants/tenant'
import { pathOf, type Surface } from './site'

/**
 * The public address of a host. Behind a proxy that speaks https, PUBLIC_SCHEME is https and PUBLIC_PORT is empty; by
 * itself the product answers on http and on its own port.
 */
export function publicOrigin(host: string): string {
  const scheme = process.env.PUBLIC_SCHEME ?? 'http'
  const port = process.env.PUBLIC_PORT ?? process.env.PORT ?? '3000'
  const usual = port === '' || (scheme === 'https' ? port === '443' : port === '80')
  return `${scheme}://${host}${usual ? '' : `:${port}`}`
}

type Hosts = { shared?: string | undefined; decider?: string | undefined; agir?: string | undefined }

/** Where the city's pages on ideas begin, whatever host is being served: absolute, no slash at the end. */
export function ideasOrigin(tenant: Parameters<typeof pathOf>[0] & { hosts: Hosts }, locale: Locale): string {
  const { decider, shared, agir } = tenant.hosts
  const path = pathOf(tenant, locale, 'decider', '/')
  return publicOrigin(decider ?? shared ?? agir!) + (path === '/' ? '' : path)
}

/** Where the city's pages on activities begin, in the same way. */
export function activitiesOrigin(tenant: Parameters<typeof ideasOrigin>[0], locale: Locale): string {
  const { decider, shared, agir } = tenant.hosts
  const path = pathOf(tenant, locale, 'agir', '/')
  return publicOrigin(agir ?? shared ?? decider!) + (path === '/' ? '' : path)
}

/** From a page of one platform to a page of another: with the host, where the other has one of its own. */
export function wayTo(
  { tenant, locale, surface }: { tenant: Tenant; locale: Locale; surface: Surface },
  path: string,
  on: Surface = surface,
): string {
  const host = tenant.hosts.shared || on === surface || on === 'ville' ? undefined : tenant.hosts[on]
  return (host ? publicOrigin(host) : '') + pathOf(tenant, locale, on, path)
}
