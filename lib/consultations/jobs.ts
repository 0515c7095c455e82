import type { Job } from '../jobs/rules'
import { tellOfTurns } from './watch/commands'

/** Every quarter of an hour: what the calendar has opened, is about to end or has made late. */
export const watch: Job = (_payload, { tenant, now }) => tellOfTurns(tenant, now)
