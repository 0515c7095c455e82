import type { Job } from '../../jobs/registry'
import { forgetEvidence } from '../decisions/commands'
import { refuseSilent } from './commands'

/** Every ten minutes: who was asked to change something and let the delay pass. */
export const endRounds: Job = (_payload, { tenant, now }) => refuseSilent(tenant, now)

/** Each night. */
export const forget: Job = (_payload, { tenant, now }) => forgetEvidence(tenant, now)
