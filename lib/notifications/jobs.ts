import type { Job } from '../jobs/rules'
import { tell, tellTogether } from './telling/commands'

export const tellOf: Job = ({ eventId }, { tenant, now }) => tell(tenant, String(eventId), now)

export const tellOfCrowd: Job = ({ gathered }, { tenant, now }) =>
  tellTogether(
    tenant,
    (gathered as { eventId: string }[]).map(({ eventId }) => eventId),
    now,
  )
