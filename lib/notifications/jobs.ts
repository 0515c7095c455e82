import type { Job } from '../jobs/registry'
import { tell } from './telling/commands'

export const tellOf: Job = ({ eventId }, { tenant, now }) => tell(tenant, String(eventId), now)
