export const appealRefusals = ['not_appealable', 'appeal_too_late', 'appeal_already'] as const
export type AppealRefusal = (typeof appealRefusals)[number]

type Restricted = { isAppealed: boolean; isInTime: boolean; isStanding: boolean }

/** Why an author may not disagree with this decision any more, or null if they may. */
export function appealRefusal({ isAppealed, isInTime, isStanding }: Restricted): AppealRefusal | null {
  if (isAppealed) return 'appeal_already'
  if (!isStanding) return 'not_appealable'
  return isInTime ? null : 'appeal_too_late'
}
