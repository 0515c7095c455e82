import { Temporal } from 'temporal-polyfill'

export const types = [
  'idea_box',
  'questionnaire',
  'co_writing',
  'public_meeting',
  'workshop',
  'votation',
  'statutory_inquiry',
  'map_survey',
  'statement_vote',
] as const
export type ConsultationType = (typeof types)[number]

/** How far a consultation has come, with its word in an address. It follows from its days and from what was published. */
export const statuses = {
  open: 'en-cours',
  announced: 'annoncees',
  closed_report_due: 'bilan-attendu',
  report_published: 'bilan-publie',
  decision_published: 'decision-publiee',
  followed_up: 'suivies',
  cancelled: 'annulees',
} as const
export type Status = keyof typeof statuses

/** Days of the city's calendar, as `2026-11-22`. The last day is included. */
export type Dated = {
  opensOn: string | null
  closesOn: string | null
  reportedOn: string | null
  decidedOn: string | null
  followedUpOn: string | null
  cancelledOn: string | null
}

export function statusOf(consultation: Dated, today: string): Status {
  const { opensOn, closesOn, reportedOn, decidedOn, followedUpOn, cancelledOn } = consultation
  if (cancelledOn) return 'cancelled'
  if (followedUpOn) return 'followed_up'
  if (decidedOn) return 'decision_published'
  if (reportedOn) return 'report_published'
  if (!opensOn || today < opensOn) return 'announced'
  return !closesOn || today <= closesOn ? 'open' : 'closed_report_due'
}

/** Whether the report was owed before today and is not there. Of what did not take place none is owed. */
export function isLate(consultation: Dated & { reportDueOn: string | null }, today: string): boolean {
  const { reportDueOn, reportedOn, cancelledOn } = consultation
  return reportedOn === null && cancelledOn === null && reportDueOn !== null && reportDueOn < today
}

/** Days from one to another, the first not counted. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

const reportDays = 60

/** The report is owed sixty days after the last day, unless the city said otherwise. */
export function reportDueAfter(closesOn: string): string {
  return Temporal.PlainDate.from(closesOn).add({ days: reportDays }).toString()
}

export function dayIn(timeZone: string, now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

/** An instant inside that day in the city, to be written in its words. */
export function noonOf(day: string, timeZone: string): Date {
  const noon = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '12:00' })
  return new Date(noon.epochMilliseconds)
}

/** What has to be said before anyone is consulted (code des relations entre le public et l'administration, L.131-1). */
export const requiredToOpen = [
  'title',
  'summary',
  'decided',
  'undecided',
  'audience',
  'modalities',
  'contact',
  'opensOn',
  'closesOn',
] as const
export type Required = (typeof requiredToOpen)[number]

type Draft = { [Field in Required]: string | null }

/** What is still missing before it may be published, in the order of the form. */
export function missingIn(draft: Draft): Required[] {
  return requiredToOpen.filter((field) => !draft[field])
}

export const summaryLines = 5
const leastOpenDays = 7
/** What happens on a day is announced; what lasts must leave time to answer. */
const events: readonly ConsultationType[] = ['public_meeting', 'workshop', 'votation']

export const consultationRefusals = [
  'not_there',
  'incomplete',
  'days_reversed',
  'too_short',
  'report_before_end',
  'never_shorter',
  'begun',
  'reason_needed',
  'cancelled',
  'over',
  'already_published',
  'not_closed',
  'no_report_yet',
  'no_decision_yet',
  'not_your_district',
  'too_many_documents',
  'not_a_pdf',
  'file_too_big',
  'file_empty',
] as const
export type ConsultationRefusal = (typeof consultationRefusals)[number]

type Days = { opensOn: string | null; closesOn: string | null; reportDueOn: string | null }

/** Why these days cannot be; null when they can. */
export function daysRefusal(type: ConsultationType, days: Days): ConsultationRefusal | null {
  const { opensOn, closesOn, reportDueOn } = days
  if (!opensOn || !closesOn) return null
  if (closesOn < opensOn) return 'days_reversed'
  if (!events.includes(type) && daysBetween(opensOn, closesOn) + 1 < leastOpenDays) return 'too_short'
  return reportDueOn && reportDueOn <= closesOn ? 'report_before_end' : null
}

/** Once people were told, a day may be put off and never brought forward; what has begun stays begun. */
export function changeRefusal(
  before: Days & { type?: ConsultationType },
  after: Days,
  today: string,
): ConsultationRefusal | null {
  const { type, opensOn, closesOn } = before
  const isEvent = type !== undefined && events.includes(type)
  const hasBegun = opensOn !== null && (isEvent ? opensOn < today : opensOn <= today)
  if (hasBegun && after.opensOn !== opensOn) return 'begun'
  if (closesOn && (after.closesOn ?? '') < closesOn) return 'never_shorter'
  return null
}

/** Why it cannot be called off: it is already, or it took place. */
export function cancelRefusal(
  consultation: Dated & { publishedAt: Date | null },
  today: string,
): ConsultationRefusal | null {
  if (!consultation.publishedAt) return 'not_there'
  const status = statusOf(consultation, today)
  if (status === 'cancelled') return 'cancelled'
  return status === 'announced' || status === 'open' ? null : 'over'
}
