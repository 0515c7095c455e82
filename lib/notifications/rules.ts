import { Temporal } from 'temporal-polyfill'

/** What letters are about, as a person may choose between them. Sign-in and legal letters are none of these: they always leave. */
export const categories = [
  'my_items',
  'messages',
  'calls',
  'milestones',
  'followed',
  'near_me',
  'commitments',
  'consultations',
  'duties',
  'desk',
] as const
/** What only those receive who act for the city. */
export const staffCategories: readonly Category[] = ['duties', 'desk']
export type Category = (typeof categories)[number]

export const frequencies = ['at_once', 'daily', 'weekly', 'never'] as const
export type Frequency = (typeof frequencies)[number]

/** How often letters come to who has chosen nothing. */
export const usualFrequency: Record<Category, Frequency> = {
  my_items: 'at_once',
  messages: 'at_once',
  calls: 'at_once',
  milestones: 'at_once',
  followed: 'weekly',
  near_me: 'weekly',
  commitments: 'weekly',
  consultations: 'weekly',
  duties: 'at_once',
  desk: 'daily',
}

/** Between these hours, in the city's own time, nobody is written to unless they asked for it the moment before. */
export const quietHours = { from: 21, until: 8 } as const

/** When letters may leave, for something that happens now: none is put off by more than it must. */
export function mailTimes(now: Date, timeZone: string) {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const today = local.toPlainDate()
  const isQuiet = local.hour < quietHours.until || local.hour >= quietHours.from
  const nextDay = local.hour < quietHours.until ? today : today.add({ days: 1 })
  const sendingDay = isQuiet ? nextDay : today
  const monday = nextDay.add({ days: (8 - nextDay.dayOfWeek) % 7 })
  return {
    atOnce: isQuiet ? morningOf(nextDay, timeZone) : now,
    /** When the day begins on which a letter sent at once leaves, and the first hour of the one after. */
    sendingDay: new Date(sendingDay.toZonedDateTime(timeZone).epochMilliseconds),
    dayAfter: morningOf(sendingDay.add({ days: 1 }), timeZone),
    daily: morningOf(nextDay, timeZone),
    weekly: morningOf(monday, timeZone),
  }
}

function morningOf(day: Temporal.PlainDate, timeZone: string): Date {
  const plainTime = Temporal.PlainTime.from({ hour: quietHours.until })
  return new Date(day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
}
