import type { Job } from '../../jobs/rules'
import { renewStanding } from './commands'

/** Dates written down since take in those who come every time. */
export const renew: Job = async (_payload, { tenant, now }) => {
  await renewStanding(tenant, now)
}
