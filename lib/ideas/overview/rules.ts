import { Temporal } from 'temporal-polyfill'

/** Whole days left in the city's zone: 0 on the last day. The deadline itself is the midnight after it. */
export function daysLeft(deadlineAt: Date, now: Date, timeZone: string): number {
  const day = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
  return Math.max(0, day(now.getTime()).until(day(deadlineAt.getTime() - 1)).days)
}
