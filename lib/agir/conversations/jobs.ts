import type { Job } from '../../jobs/rules'
import { tellUnread } from './telling/commands'

/** What was said and has not been read for some minutes is told by letter. */
export const tell: Job = async (_payload, { tenant, now }) => {
  await tellUnread(tenant, now)
}
