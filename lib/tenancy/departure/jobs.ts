import type { Job } from '../../jobs/registry'
import { endCity } from './erasing/commands'
import { forgetPackages, makePackage } from './packages/commands'

export const pack: Job = ({ packageId }, { tenant, now }) => makePackage(tenant, String(packageId), now)

/** Each hour: files past their week, and cities whose days to leave are over. */
export const watch: Job = async (_payload, { tenant, now }) => {
  await forgetPackages(tenant, now)
  await endCity(tenant, now)
}
