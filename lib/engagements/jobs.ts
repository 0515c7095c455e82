import type { Job } from '../jobs/rules'
import { escalateLate, repeatLate } from './commands'

/** Every quarter of an hour: what has become late, and what has been for another month. */
export const watch: Job = async (_payload, { tenant }) => {
  await escalateLate(tenant)
  await repeatLate(tenant)
}
