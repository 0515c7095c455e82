import { inTenant } from '../../db'
import type { Job } from '../../jobs/registry'
import { writeDue } from './commands'

const atATime = 100

/** Each hour: dates that have come within the horizon, a hundred schedules in each transaction. */
export const write: Job = async (_payload, { tenant, now }) => {
  while ((await inTenant(tenant, (db) => writeDue(db, now, atATime))) === atATime);
}
