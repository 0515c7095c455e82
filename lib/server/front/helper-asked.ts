import type { IncomingMessage } from 'node:http'
import { operatorDoor } from '../../db/operator'
import { helperTokenIn } from '../../tenancy/help/cookie'
import { openPage } from '../../tenancy/help/entries/commands'
import { helperMayOpen } from '../../tenancy/help/rules'
import type { HostSite } from '../../tenancy/registry'
import { placeOf } from './internal-headers'

/**
 * Somebody of the operator who looks into the console with the city's leave: the city as it is served to them. Null when
 * nobody asks as such; asked again for every page, so that leave taken back is taken back at once.
 */
export function helperAsked(
  request: IncomingMessage,
  site: HostSite,
  pathname: string,
): Promise<HostSite | null> | null {
  const token = request.headers.cookie ? helperTokenIn(request.headers.cookie) : null
  if (!token) return null
  const { path } = placeOf(site, pathname)
  if (!helperMayOpen(path)) return null
  const visit = { token, path, now: new Date() }
  return openPage(operatorDoor(), site.tenant, visit).then(
    (helping) => helping && { ...site, helping: encodeURIComponent(JSON.stringify(helping)) },
  )
}
