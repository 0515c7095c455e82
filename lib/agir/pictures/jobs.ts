import { z } from 'zod'
import type { Job } from '../../jobs/rules'
import { forgetUnnamed } from './commands'

const Let = z.object({ file: z.string() })

/** A picture that a row named, and names no more. */
export const forget: Job = (payload, { tenant }) => forgetUnnamed(tenant, Let.parse(payload).file)
