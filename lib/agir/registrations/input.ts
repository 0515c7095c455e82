import { z } from 'zod'
import { mailAddress } from '../../mail/address'
import { plainText } from '../../text'

/** A field that comes twice was kept from before beside being asked again: what was just typed comes first. */
const typed = z.preprocess((value) => {
  const all = [value].flat().filter((one) => typeof one === 'string' && one.trim() !== '')
  return all[0]
}, z.string().trim().optional())

/** `<date>.<position>`: one choice says both. */
export const seatChoice = z
  .string('choice_required')
  .regex(/^[0-9a-f-]{36}\.[0-9a-f-]{36}$/, 'choice_required')
  .transform((value) => value.split('.'))
  .pipe(z.tuple([z.uuid('choice_required'), z.uuid('choice_required')]))

export const partySize = z.coerce.number('unreadable').int('unreadable').min(1).max(30).default(1)

export const bornYear = typed
  .refine((year) => !year || /^(19|20)\d\d$/.test(year), 'unreadable')
  .transform((year) => (year ? Number(year) : undefined))

/** Whoever answers for a minor: asked for only once it is known that they have to be. */
export const guardianAddress = typed.transform((written, check) => {
  if (!written) return undefined
  const address = written.length > 254 ? null : mailAddress(written)
  if (!address) check.addIssue({ code: 'custom', message: 'email' })
  return address ?? undefined
})

export const RegisterInput = z.strictObject({
  seat: seatChoice,
  party: partySize,
  note: plainText({ max: 500 }).default(''),
  born: bornYear,
  guardian: guardianAddress,
  anyway: typed.transform((value) => value === 'on'),
})

export const OwnInput = z.strictObject({ registrationId: z.uuid() })
