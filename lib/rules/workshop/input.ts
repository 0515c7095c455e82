import { z } from 'zod'
import type { Trial } from './rules'

const whole = (min: number, max: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replaceAll(/[\s\u00a0\u202f]/g, ''))
    .pipe(z.string().regex(/^\d{1,9}$/, 'number'))
    .transform(Number)
    .pipe(z.number().min(min).max(max))

/** What is tried, as the address says it: the same bounds as the settings themselves. */
export const TrialInput = z
  .discriminatedUnion('unite', [
    z.object({ seuil: whole(1, 10_000_000), duree: whole(1, 24), unite: z.literal('mois') }),
    z.object({ seuil: whole(1, 10_000_000), duree: whole(7, 730), unite: z.literal('jours') }),
  ])
  .transform(({ seuil, duree, unite }): Trial => ({
    threshold: seuil,
    duration: unite === 'mois' ? { months: duree } : { days: duree },
  }))
