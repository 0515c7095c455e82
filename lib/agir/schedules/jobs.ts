import { inTenant } from '../../db'
import type { Job } from '../../jobs/rules'
import { writeDue } from './commands'
import { followZones } from './zones/commands'

const atATime = 80

/** Each hour: dates that have come within the horizon, some schedules in each transaction. */
export const write: Job = async (_payload, { tenant, now }) => {
  while ((await inTenant(tenant, (db) => writeDue(db, now, atATime))) === atATime);
}

/** Each night: what other tables of time zones say of dates to come. */
export const zones: Job = async (_payload, { tenant, now }) => {
  const work = { now, edition: process.versions.tz ?? 'unknown', limit: 500 }
  while ((await followZones(tenant, work)).seen === work.limit);
}
