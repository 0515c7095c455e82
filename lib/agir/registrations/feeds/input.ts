import { z } from 'zod'

/** Nothing is chosen: whose calendar it is follows from who asks. */
export const FeedInput = z.object({})
