import type { Job } from '../../jobs/rules'
import { settleCancellations } from './settling/commands'

/** Each minute: cancellations that can no longer be undone are told. */
export const settle: Job = async (_payload, { tenant, now }) => {
  await settleCancellations(tenant, now)
}
