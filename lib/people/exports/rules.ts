/** What a file of personal data may be about. */
export const exportSubjects = ['accounts', 'authors', 'staff'] as const
/** What the register of files names: those, and lists that whoever organises something took. */
export const loggedSubjects = [...exportSubjects, 'registrants'] as const
export type LoggedSubject = (typeof loggedSubjects)[number]
export type ExportSubject = (typeof exportSubjects)[number]

/** The fields each may have. What somebody supports is in none: no file can say it. */
export const exportFields = {
  accounts: ['name', 'email', 'locale', 'assurance', 'birthYear', 'residence', 'districtCode', 'joinedAt'],
  authors: ['name', 'email', 'title', 'publication', 'publishedAt'],
  staff: ['name', 'email', 'role', 'scope', 'startsAt', 'endsAt'],
} as const satisfies Record<ExportSubject, readonly string[]>
export type ExportField = (typeof exportFields)[ExportSubject][number]

/** How long a file that was asked for may be fetched, and how much a reason says at least. */
export const fetchMinutes = 10
export const reasonLength = { min: 30, max: 1000 } as const

/** The fields asked for, in the order of the file; none of another subject. */
export function fieldsFor(subject: ExportSubject, asked: readonly string[]): string[] {
  return exportFields[subject].filter((field) => asked.includes(field))
}
