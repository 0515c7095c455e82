import type { IncomingMessage } from 'node:http'
import { findPreviewed, previewIn } from '../../tenancy/preview'
import type { HostSite } from '../../tenancy/registry'
import { placeOf } from './internal-headers'
import { isReading } from './origin-check'

/** What is acted on is always the city in force, and so is the console that makes the draft. */
const real = /^\/(administration|apercu|compte|connexion|api|media)(\/|$)/

/** The city under the draft that this request asks to see, or null when it asks for none that may be seen. */
export function previewAsked(
  request: IncomingMessage,
  site: HostSite,
  pathname: string,
): Promise<HostSite | null> | null {
  if (!isReading(request) || !request.headers.cookie) return null
  if (real.test(placeOf(site, pathname).path) || real.test(pathname)) return null
  const preview = previewIn(site.tenant.id, request.headers.cookie, new Date())
  if (!preview) return null
  return findPreviewed(site.tenant, preview).then((tenant) => tenant && { ...site, tenant, preview })
}
