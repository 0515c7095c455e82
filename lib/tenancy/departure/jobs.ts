import type { Job } from '../../jobs/rules'
import { endCity } from './erasing/commands'
import { forgetPackages, makeArchive, makePackage } from './packages/commands'

export const pack: Job = ({ packageId }, { tenant, now }) => makePackage(tenant, String(packageId), now)

export const archive: Job = ({ packageId }, { tenant, now }) => makeArchive(tenant, String(packageId), now)

/** Each hour: files past their week, and cities whose days to leave are over. */
export const watch: Job = async (_payload, { tenant, now }) => {
  await forgetPackages(tenant, now)
  await endCity(tenant, now)
}
