import type { Job } from '../../../jobs/rules'
import { placeAddresses } from './commands'

const atATime = 50

/** Every ten minutes: addresses that nobody pointed at, some at a time. */
export const place: Job = async (_payload, { tenant, now }) => {
  await placeAddresses(tenant, { now, limit: atATime })
}
