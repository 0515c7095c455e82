import type { Job } from '../../jobs/rules'
import { checkHost } from './commands'
import { tellOfReleases } from './releases/commands'
import { listDue } from './queries'

/** Asks the DNS again about the names of a city. */
export const checkHosts: Job = async (_payload, { tenant, now }) => {
  for (const host of await listDue(tenant, now)) await checkHost(tenant, host, now)
  await tellOfReleases(tenant, now)
}
