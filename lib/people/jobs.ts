import type { Job } from '../jobs/registry'
import { forgetWhatIsDue } from './retention/commands'

/** Each night. */
export const tidy: Job = (_payload, { tenant, now }) => forgetWhatIsDue(tenant, now)
