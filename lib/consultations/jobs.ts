import type { Job } from '../jobs/rules'
import { hasConsultations } from '../tenancy/site'
import { tellOfTurns } from './watch/commands'

/** Every quarter of an hour: what the calendar has opened, is about to end or has made late. */
export const watch: Job = async (_payload, { tenant, now }) => {
  if (hasConsultations(tenant)) await tellOfTurns(tenant, now)
}
