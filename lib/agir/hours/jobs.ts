import type { Job } from '../../jobs/rules'
import { forgetComers } from '../attendance/comers/commands'
import { approveDue } from './approving/commands'

/** Hours that nobody contested within two weeks count; names typed at a door are forgotten with the same delay. */
export const settle: Job = async (_payload, { tenant, now }) => {
  await approveDue(tenant, now)
  await forgetComers(tenant, now)
}
