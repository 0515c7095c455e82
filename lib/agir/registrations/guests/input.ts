import { z } from 'zod'
import { mailAddress } from '../../../mail/address'
import { lineOfText, plainText } from '../../../text'
import { bornYear, guardianAddress, partySize, seatChoice } from '../input'

export const GuestInput = z.strictObject({
  seat: seatChoice,
  party: partySize,
  name: lineOfText({ min: 2, max: 80 }),
  email: z
    .string('required')
    .min(1, 'required')
    .max(254, 'email')
    .transform((typed, check) => {
      const address = mailAddress(typed)
      if (!address) check.addIssue({ code: 'custom', message: 'email' })
      return address ?? ''
    }),
  note: plainText({ max: 500 }).default(''),
  born: bornYear,
  guardian: guardianAddress,
})

/** What a link of a letter carries: which row, and the proof that this city wrote the letter. */
export const linkToken = z.string().regex(/^[0-9a-f-]{36}\.[\w-]{43}$/, 'unreadable')

export const LinkInput = z.strictObject({ jeton: linkToken })
export const GuestMoveInput = z.strictObject({ jeton: linkToken, registrationId: z.uuid() })
