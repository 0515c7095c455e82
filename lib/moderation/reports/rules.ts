export const reportRefusals = [
  'not_there',
  'already_reported',
  'too_many_reports',
  'assurance_too_low',
] as const
export type ReportRefusal = (typeof reportRefusals)[number]

/** Enough for a school behind one address; each report has to be read by somebody. */
export const reportLimits = {
  fromOneAddress: { limit: 10, seconds: 3600 },
  byOnePerson: { limit: 20, seconds: 86_400 },
} as const
