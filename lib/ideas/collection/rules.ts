import { createHash } from 'node:crypto'
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

/** What a certificate attests, line by line: anyone can compute the digest of it again. */
export function certificateLines(fact: {
  city: string
  ideaId: string
  title: string
  reachedAt: Date
  threshold: number
  ruleVersion: number
  ruleDigest: string
}): string[] {
  return [
    'certificate v1',
    `city ${fact.city}`,
    `idea ${fact.ideaId}`,
    `title ${fact.title}`,
    `reached ${fact.reachedAt.toISOString()}`,
    `supports ${fact.threshold}`,
    `rules ${fact.ruleVersion} ${fact.ruleDigest}`,
  ]
}

export function digestOf(lines: string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
