import type { Job } from '../../jobs/rules'
import { tellOfSearches } from './telling/commands'

const atATime = 50

/** Every ten minutes: saved searches that are due and may have news. */
export const tell: Job = async (_payload, { tenant, now }) => {
  if (!tenant.modules.agir) return
  while ((await tellOfSearches(tenant, now, atATime)) === atATime);
}
