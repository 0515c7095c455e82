import type { Job } from '../../../jobs/rules'
import { expireProofs } from './commands'

/** Each night: what was proven a year ago is to be proven again. */
export const expire: Job = (_payload, { tenant, now }) => expireProofs(tenant, now)
