import type { RegistrationRefusal } from '../rules'

const hour = 3_600_000

/** How long the link that confirms a guest's address may be used. No seat is held meanwhile: nobody can empty a date with invented addresses. */
export const confirmHours = 24
export const confirmUntil = (now: Date) => new Date(now.getTime() + confirmHours * hour)

export const guestLimits = {
  lettersToOneAddress: { limit: 8, seconds: 86_400 },
  asksFromOneAddress: { limit: 20, seconds: 600 },
} as const

export const guestRefusals = ['too_many_asks', 'too_many_letters', 'link_over'] as const
export type GuestRefusal = (typeof guestRefusals)[number]
export type AskRefusal = RegistrationRefusal | GuestRefusal
