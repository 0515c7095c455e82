import type { Job } from '../../jobs/rules'
import { publishDue } from './scheduling/commands'

/** Each minute: the publications whose moment has come. */
export const publishPlanned: Job = async (_payload, { tenant, now }) => {
  await publishDue(tenant, now)
}
