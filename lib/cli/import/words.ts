import { type ImportRefusal, importLimits } from '../../ideas/imports/rules'
import type { Report, Request } from './report'

const plain: Partial<Record<ImportRefusal, string>> = {
  removed_at_origin: 'it was removed where it comes from',
  no_id: 'it has no id',
  no_date: 'it has no date',
  bad_date: 'its date cannot be read',
  future_date: 'its date is still to come',
  bad_count: 'its number of supports is not a whole number',
}
const ofText: Record<string, string> = {
  required: 'is empty',
  too_long: 'is too long',
  too_short: 'is too short',
  control_characters: 'holds characters that cannot be shown, or is not UTF-8',
  direction_controls: 'holds characters that turn the direction of reading',
  invisible_characters: 'holds characters that cannot be seen',
  too_many_marks: 'piles up accents on one letter',
}

export function refusalWords(refusal: ImportRefusal): string {
  const known = plain[refusal]
  if (known) return known
  const [, part = '', code = ''] = /^(title|body)_(.*)$/.exec(refusal) ?? []
  const limit = code === 'too_long' && part in importLimits ? ` (more than ${limitOf(part)} characters)` : ''
  return `its ${part === 'body' ? 'text' : part} ${ofText[code] ?? code}${limit}`
}

/** Of a source that wrote its texts as UTF-8 and read them as something else before it gave them away. */
export const mendedWords = (count: number) =>
  `${count} held texts that were encoded twice (« Ã© » for « é »): they are read as they were meant.`

const limitOf = (part: string) => importLimits[part as keyof typeof importLimits].max.toLocaleString('en')

export function reportWords(report: Report, { tenant, dryRun }: Request): string {
  const {
    read,
    added,
    recounted,
    unchanged,
    refused,
    mended,
    repaired,
    beyondTheCity,
    withoutTheme,
    origin,
  } = report
  const comments = [report.commentsAdded, report.commentsRecounted, report.commentsRefused]
  const done = dryRun ? 'would be' : 'were'
  const { title, body } = importLimits
  const lines = [
    ...refused.map(({ line, why }) => `line ${line}: ${why}`),
    '',
    `${tenant.id}, from ${origin}${dryRun ? ' (dry run: nothing is written)' : ''}`,
    `${read} read; ${added} ${done} added, ${recounted} ${done} brought up to date, ${unchanged} were there already; ${refused.length} refused.`,
    comments.some((count) => count > 0) &&
      `${comments[0]} comments ${done} added, ${comments[1]} ${done} brought up to date; ${comments[2]} refused.`,
    beyondTheCity > 0 &&
      `${beyondTheCity} are shorter or longer than the city lets its own be: they are kept as they are (at most ${title.max} and ${body.max} characters).`,
    mended > 0 && mendedWords(mended),
    repaired > 0 && `${repaired} lost characters that cannot be seen.`,
    withoutTheme > 0 && `${withoutTheme} name no theme of this city.`,
  ]
  return lines.filter((line) => line !== false).join('\n')
}
