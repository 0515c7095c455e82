import { z } from 'zod'
import { plainText } from '../../text'

/** A field that comes twice was kept from before beside being asked again: what was just typed comes first. */
const typed = z.preprocess((value) => {
  const all = [value].flat().filter((one) => typeof one === 'string' && one.trim() !== '')
  return all[0]
}, z.string().trim().optional())

/** `<date>.<position>`: one choice says both. */
const seat = z
  .string('choice_required')
  .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/, 'choice_required')
  .transform((value) => value.split('.'))
  .pipe(z.tuple([z.uuid('choice_required'), z.uuid('choice_required')]))

export const RegisterInput = z.strictObject({
  seat,
  party: z.coerce.number('unreadable').int('unreadable').min(1).max(30).default(1),
  note: plainText({ max: 500 }).default(''),
  born: typed
    .refine((year) => !year || /^(19|20)\d\d$/.test(year), 'unreadable')
    .transform((year) => (year ? Number(year) : undefined)),
  anyway: typed.transform((value) => value === 'on'),
})

export const OwnInput = z.strictObject({ registrationId: z.uuid() })
