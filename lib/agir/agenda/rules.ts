import { Temporal } from 'temporal-polyfill'

/** Seven days of the city's calendar. */
export type Week = { days: string[]; previous: string | null; next: string }

/** Seven days from the one asked for, from today when none is; days that are over are not gone back to. */
export function weekOf(asked: string | undefined, timeZone: string, now: Date): Week {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const first = latest(dayIn(asked) ?? today, today)
  return {
    days: Array.from({ length: 7 }, (_, turn) => first.add({ days: turn }).toString()),
    previous: first.equals(today) ? null : latest(first.subtract({ days: 7 }), today).toString(),
    next: first.add({ days: 7 }).toString(),
  }
}

function latest(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) > 0 ? one : other
}

function dayIn(text: string | undefined): Temporal.PlainDate | null {
  if (!text || !/^2\d{3}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}

/** The instants between which a day of the city lies. */
export function boundsOf(day: string, timeZone: string): { from: Date; until: Date } {
  const date = Temporal.PlainDate.from(day)
  const at = (one: Temporal.PlainDate) => new Date(one.toZonedDateTime(timeZone).epochMilliseconds)
  return { from: at(date), until: at(date.add({ days: 1 })) }
}
