import type { Job } from '../../jobs/rules'
import { gatherTallies } from './commands'

/** Every hour: the counts of the list stay quick to read. */
export const gather: Job = (_payload, { tenant }) => gatherTallies(tenant)
