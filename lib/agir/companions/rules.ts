export const shareRefusals = ['not_there', 'not_confirmed', 'over', 'minor'] as const
export type ShareRefusal = (typeof shareRefusals)[number]

/** `Inès de La Tour` → `Inès`: as much as the others who come are shown. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? ''
}

type Sharing = { state: string; endsAt: Date; isMinor: boolean; showsAnything: boolean }

/** Why something cannot be shown on a date, or null if it can. Taking it back is always possible. */
export function shareRefusal(
  { state, endsAt, isMinor, showsAnything }: Sharing,
  now: Date,
): ShareRefusal | null {
  if (!showsAnything) return null
  if (state !== 'confirmed') return 'not_confirmed'
  if (endsAt <= now) return 'over'
  return isMinor ? 'minor' : null
}
