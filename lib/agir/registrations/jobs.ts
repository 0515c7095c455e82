import type { Job } from '../../jobs/rules'
import { endWithdrawn, lapseRegistrations, reconcileSeats, remindRegistrants } from './commands'
import { tellOrganisers } from './organising/requests/commands'

/** Offers and holds end in time, and what they held goes to the next in line. */
export const lapse: Job = async (_payload, { tenant, now }) => {
  await lapseRegistrations(tenant, now)
}

/** Those who are expected on a date are reminded of it the day before. */
export const remind: Job = async (_payload, { tenant, now }) => {
  await remindRegistrants(tenant, now)
}

/** What was hidden for good is over for those who were to come to it. */
export const endHidden: Job = async (_payload, { tenant, now }) => {
  await endWithdrawn(tenant, now)
}

/** Whoever organises hears that somebody asks to come. */
export const askOrganisers: Job = async (_payload, { tenant, now }) => {
  await tellOrganisers(tenant, now)
}

/** A count that is not what its rows say is put right, and said: something wrote past the rules. */
export const reconcile: Job = async (_payload, { tenant }) => {
  const mended = await reconcileSeats(tenant)
  if (mended > 0) console.error('seats of', tenant.id, 'were miscounted at', mended, 'positions')
}
