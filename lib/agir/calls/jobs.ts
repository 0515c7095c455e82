import type { Job } from '../../jobs/rules'
import { askNext } from './waves/commands'

/** Open calls are put to the next of those who fit. */
export const ask: Job = async (_payload, { tenant, now }) => {
  await askNext(tenant, now)
}
