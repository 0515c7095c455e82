import { deadlineOf } from '../../rules/rules'

/** An exclusive limit, as people say it: the last moment of the day before. */
export function lastMoment(limit: Date): Date {
  return new Date(limit.getTime() - 1)
}

/** Until when the city must have answered an idea that reached its threshold, by the rules of its day. */
export function answerDueAt(reachedAt: Date, months: number, timeZone: string): Date {
  return deadlineOf(reachedAt, { months }, timeZone)
}

/** Until when supports are checked before the right is certified. */
export function certifiedFrom(reachedAt: Date, days: number, timeZone: string): Date {
  return days === 0 ? reachedAt : deadlineOf(reachedAt, { days }, timeZone)
}
