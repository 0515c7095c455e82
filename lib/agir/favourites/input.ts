import { z } from 'zod'

/** What a heart asks for: one button of a form that all hearts of a page share says which, and whether it stays. */
export const FavouriteInput = z
  .union([z.strictObject({ keep: z.uuid() }), z.strictObject({ drop: z.uuid() })])
  .transform((asked) =>
    'keep' in asked ? { activityId: asked.keep, kept: true } : { activityId: asked.drop, kept: false },
  )
