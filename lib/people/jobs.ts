import type { Job } from '../jobs/registry'
import { tidy as tidyUp } from './commands'

export const tidy: Job = (_payload, { tenant, now }) => tidyUp(tenant, now)
