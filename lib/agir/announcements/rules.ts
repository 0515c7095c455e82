/** To whom something is told: who comes to this date, or to any date still to come. */
export const reaches = ['date', 'series'] as const
export type Reach = (typeof reaches)[number]

export const announcementLimits = { length: { min: 10, max: 1000 }, perDay: 2 } as const

export const announcementRefusals = ['not_there', 'nobody', 'too_many', 'over'] as const
export type AnnouncementRefusal = (typeof announcementRefusals)[number]

type Asked = { lately: number; registered: number; isOver: boolean }

/** Why nothing can be announced just now, or null. */
export function announcementRefusal({ lately, registered, isOver }: Asked): AnnouncementRefusal | null {
  if (isOver) return 'over'
  if (registered === 0) return 'nobody'
  return lately >= announcementLimits.perDay ? 'too_many' : null
}
