import type { Job } from '../../jobs/rules'
import { thankComers } from './commands'

/** Whoever came is thanked, once, and asked how it was. */
export const thank: Job = async (_payload, { tenant, now }) => {
  await thankComers(tenant, now)
}
