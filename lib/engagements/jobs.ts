import type { Job } from '../jobs/registry'
import { escalateLate } from './commands'

/** Every quarter of an hour: what has become late. */
export const watch: Job = async (_payload, { tenant }) => {
  await escalateLate(tenant)
}
