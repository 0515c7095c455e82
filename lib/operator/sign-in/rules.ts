import { createHmac } from 'node:crypto'

export const sessionHours = 8
/** Wrong passwords or codes of one account, or from one place, before it has to wait. */
export const attempts = { most: 10, minutes: 15 }

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648: how authenticators are told a secret. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

export const stepAt = (now: Date) => Math.floor(now.getTime() / 30_000)

/** RFC 6238: the six digits of a step of thirty seconds. */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const hash = createHmac('sha1', secret).update(counter).digest()
  const at = hash[19]! & 15
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step a code stands for, one before or after the clock at most, and none that has served; null when it is no code. */
export function stepOfCode(secret: Buffer, code: string, lastStep: number, now: Date): number | null {
  const step = stepAt(now)
  return [step - 1, step, step + 1].find((one) => one > lastStep && codeOf(secret, one) === code) ?? null
}

/** What an authenticator reads, from a picture or typed in. */
export function authenticatorAddress(email: string, secret: Buffer): string {
  const words = new URLSearchParams({ secret: base32(secret), issuer: 'Parvis' })
  return `otpauth://totp/${encodeURIComponent(`Parvis:${email}`)}?${words}`
}
