import { z } from 'zod'
import { safePath } from '../../../auth/safe-path'
import { lineOfText } from '../../../text'
import { listReason } from './rules'

/** A reason that says too little is none: the page one came from asks for it again. */
export const ListInput = z.object({
  reason: lineOfText(listReason).optional().catch(undefined),
  page: z.string().transform((path) => safePath(path) ?? '/'),
})
