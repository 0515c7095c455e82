import { z } from 'zod'
import { moduleKeys } from '../../tenancy/means/rules'

const measure = z
  .string()
  .trim()
  .transform((written) => written.replaceAll(/[\s\u202f\u00a0]/g, ''))
  .refine((written) => /^\d{0,9}$/.test(written) && Number(written || 1) > 0, 'quota')
  .transform((written) => (written === '' ? undefined : Number(written)))

const many = z.preprocess(
  (sent) => (sent === undefined ? [] : Array.isArray(sent) ? sent : [sent]),
  z.array(z.string().max(60)),
)

/** What a city may switch on, and what it is expected to use: nothing written is no measure. */
export const NewMeans = z
  .object({
    city: z.string().max(60),
    allowed: many,
    storage: measure,
    letters: measure,
    ideas: measure,
  })
  .transform(({ city, allowed, storage, letters, ideas }) => ({
    city,
    withheld: moduleKeys.filter((key) => !allowed.includes(key)),
    quotas: {
      ...(storage === undefined ? {} : { storage }),
      ...(letters === undefined ? {} : { letters }),
      ...(ideas === undefined ? {} : { ideas }),
    },
  }))
export type NewMeans = z.output<typeof NewMeans>
