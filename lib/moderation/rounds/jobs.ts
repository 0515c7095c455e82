import type { Job } from '../../jobs/rules'
import { refuseSilent } from './silence/commands'

/** Every ten minutes: who was asked to change something and let the delay pass. */
export const endRounds: Job = (_payload, { tenant, now }) => refuseSilent(tenant, now)
