import type { Job } from '../../jobs/rules'
import { endSearches, forgetInvitations } from '../carriers/adoption/commands'
import { holdBursts } from '../certification/commands'
import { certifyIdeas, expireIdeas } from './commands'

/**
 * Every minute: what ended, or found nobody to carry it, is said to have ended, what nobody answered is forgotten, and
 * what was checked long enough is certified.
 */
export const tidy: Job = async (_payload, { tenant }) => {
  await endSearches(tenant)
  await forgetInvitations(tenant)
  await holdBursts(tenant)
  await expireIdeas(tenant)
  await certifyIdeas(tenant)
}
