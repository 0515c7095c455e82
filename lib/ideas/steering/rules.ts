import { Temporal } from 'temporal-polyfill'
import { mayChange } from '../changes/rules'
import type { Axes } from '../rules'

export const causeLength = { min: 30, max: 1000 }

export const steeringRefusals = [
  'not_there',
  'own_idea',
  'elsewhere',
  'not_collecting',
  'not_suspended',
  'not_later',
  'too_far',
  'cannot_take_up',
  'already_paused',
  'not_paused',
  'paused_with_all',
] as const
export type SteeringRefusal = (typeof steeringRefusals)[number]

const farthest = 730

/** The last day somebody chose, as the instant at which it is over in the city. */
export function endOfDay(lastDay: string, timeZone: string): Date {
  const over = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toZonedDateTime(timeZone)
  return new Date(over.epochMilliseconds)
}

/** More time may be given, never less, and not without end. */
export function prolongingRefusal(
  idea: Axes & { deadlineAt: Date | null },
  until: Date,
  now: Date,
): SteeringRefusal | null {
  if (!mayChange(idea, 'prolong') || !idea.deadlineAt || idea.deadlineAt <= now) return 'not_collecting'
  if (until <= idea.deadlineAt) return 'not_later'
  return until.getTime() > now.getTime() + farthest * 86_400_000 ? 'too_far' : null
}

/** A deadline with every day lost given back: each day of the city's calendar of which a part was lost counts whole. */
export function givenBack(deadlineAt: Date, from: Date, until: Date, timeZone: string): Date {
  const local = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  const days = local(from).toPlainDate().until(local(until).toPlainDate()).days + 1
  return daysLater(deadlineAt, days, timeZone)
}

/** So many days of the city's calendar later, at the same hour there. */
export function daysLater(at: Date, days: number, timeZone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
  return new Date(local.add({ days }).epochMilliseconds)
}
