import type { IncomingMessage } from 'node:http'
import { readSession } from '../../auth/session-token'
import { actsForCity } from '../../people/sign-in/queries'
import type { HostSite } from '../../tenancy/registry'

/** Whether somebody who acts for the city asks. Only of a city that is not open yet, where nobody else may look. */
export async function isAskedByStaff({ headers }: IncomingMessage, site: HostSite): Promise<boolean> {
  const session = readSession(site.tenant.id, site.sessionEpoch, headers.cookie)
  return session !== null && actsForCity(site.tenant, session)
}
