import { z } from 'zod'

/** As one writes it: digits, spaces, dots, dashes, and what leads out of the country. Nothing written shares nothing. */
const phone = z
  .string()
  .trim()
  .max(30, 'unreadable')
  .transform((typed) => typed.replace(/[\s.()\-\u00a0]/g, ''))
  .refine((bare) => bare === '' || /^\+?\d{6,15}$/.test(bare), 'unreadable')
  .transform((bare) => bare || null)

export const ShareInput = z.strictObject({
  registrationId: z.uuid(),
  showsName: z
    .string()
    .optional()
    .transform((ticked) => ticked === 'on'),
  phone,
})
