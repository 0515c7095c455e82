import type { Job } from '../jobs/rules'
import { gatherLate } from './unions/commands'
import { forgetWhatIsDue } from './retention/commands'

/** Each night. */
export const tidy: Job = (_payload, { tenant, now }) => forgetWhatIsDue(tenant, now)

/** Each minute. */
export const gather: Job = (_payload, { tenant, now }) => gatherLate(tenant, now)
