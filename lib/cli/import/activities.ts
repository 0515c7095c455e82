import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Tenant } from '../../../tenants/tenant'
import { type ActivitiesWritten, foreseeActivities, importActivities } from '../../agir/imports/commands'
import { countGone, endWhatIsGone } from '../../agir/imports/endings/commands'
import { type ActivityFormat, activityRecords, recordsIn } from '../../agir/imports/input'
import { type ActivityArrival, activityArrivalOf, type ArrivalRefusal } from '../../agir/imports/rules'
import { weeksLater } from '../../agir/imports/times/rules'
import { csvRows } from './lines'
import { readable } from '../../html-text'
import { eventsIn } from '../../agir/imports/icalendar/rules'
import { messagesFor } from '../../i18n/messages'
import { recordReadOnce } from '../../twice-encoded'
import { mendedWords } from './words'

export type ActivitiesRequest = {
  tenant: Tenant
  format: ActivityFormat
  file: string
  origin: string | null
  /** What people call that source. */
  name?: string | null
  dryRun: boolean
  now: Date
  /** By how many weeks every date is moved: an old file, shown as if it were of these days. */
  weeks?: number
}
export type ActivitiesReport = ActivitiesWritten & {
  origin: string
  read: number
  over: number
  gone: number
  mended: number
  refused: { record: number; why: string }[]
}

const batchSize = 100
const largest = 100_000_000

const refusals: Record<ArrivalRefusal, string> = {
  removed_at_origin: 'it was removed where it comes from',
  no_title: 'its title is empty or holds characters that cannot be shown',
  no_text: 'its text is empty or holds characters that cannot be shown',
  bad_times: 'one of its dates cannot be read',
  far_away: 'it takes place far from this city',
}

/** Reads all that a source announces and writes what can be; what is not announced there any more ends here. */
export async function importActivitiesFile(request: ActivitiesRequest): Promise<ActivitiesReport> {
  const { tenant, file, dryRun, now } = request
  const origin = request.origin ?? basename(file).replace(/\.[a-z]+$/i, '')
  const report: ActivitiesReport = { ...nothing(), origin }
  const records = await recordsOf(file, request.format)
  if (!records) return { ...report, refused: [{ record: 0, why: wholes[request.format] ?? notJson }] }
  report.read = records.length
  const arrivals = acceptedAmong(records, request, report)
  const reason = messagesFor(tenant.locales[0]!).agirFind.goneAtSource
  const put = dryRun ? foreseeActivities : importActivities
  for (let from = 0; from < arrivals.length; from += batchSize) {
    const written = await put(tenant, {
      origin,
      name: request.name,
      arrivals: arrivals.slice(from, from + batchSize),
      now,
      reason,
    })
    report.added += written.added
    report.renewed += written.renewed
    report.unchanged += written.unchanged
  }
  const seen = arrivals.map(({ originId }) => originId)
  if (arrivals.length > 0)
    report.gone = dryRun
      ? await countGone(tenant, origin, seen)
      : await endWhatIsGone(tenant, { origin, now, reason })
  return report
}

const notJson = 'the file is not JSON with a list of records'
const wholes: Partial<Record<ActivityFormat, string>> = {
  ics: 'the file is no calendar (RFC 5545)',
  'activities-csv': 'the file has no header',
}

/** Each with where it stands in its file: its place among the others, or its line. */
type Numbered = { place: number; record: unknown; unreadable?: string }

async function recordsOf(file: string, format: ActivityFormat): Promise<Numbered[] | null> {
  if ((await stat(file)).size > largest) return null
  if (format === 'activities-csv') return rowsOf(file)
  const text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '')
  if (format === 'ics') return eventsIn(text)
  return listIn(text)?.map((record, place) => ({ place: place + 1, record })) ?? null
}

function listIn(text: string): unknown[] | null {
  try {
    return recordsIn(JSON.parse(text))
  } catch {
    return null
  }
}

async function rowsOf(file: string): Promise<Numbered[]> {
  const rows: Numbered[] = []
  for await (const { line, ...read } of csvRows(file))
    rows.push('record' in read ? { place: line, ...read } : { place: line, record: null, ...read })
  return rows
}

function acceptedAmong(
  records: Numbered[],
  { format, tenant, now, weeks = 0 }: ActivitiesRequest,
  report: ActivitiesReport,
): ActivityArrival[] {
  const seen = new Set<string>()
  return records.flatMap(({ place, record, unreadable }) => {
    const refuse = (why: string) => {
      report.refused.push({ record: place, why })
      return []
    }
    if (unreadable) return refuse(unreadable)
    const whole = recordReadOnce(record)
    const read = activityRecords[format].safeParse(whole.record)
    if (!read.success) {
      const { path, message } = read.error.issues[0]!
      return refuse(`${path.join('.')}: ${message}`)
    }
    const found = weeksLater(read.data, weeks)
    const { title, summary, body } = found
    const texts = { title: readable(title), summary: readable(summary), body: readable(body) }
    const arrival = activityArrivalOf({ ...found, ...texts }, tenant, now)
    if (typeof arrival === 'string') return refuse(refusals[arrival])
    if (seen.has(arrival.originId)) return refuse('it has the same id as one before it')
    seen.add(arrival.originId)
    report.over += arrival.isOver ? 1 : 0
    report.mended += whole.isMended ? 1 : 0
    return [arrival]
  })
}

const nothing = () => ({
  read: 0,
  added: 0,
  renewed: 0,
  unchanged: 0,
  over: 0,
  gone: 0,
  mended: 0,
  refused: [],
})

export function activitiesReportWords(
  report: ActivitiesReport,
  { tenant, dryRun, weeks = 0 }: ActivitiesRequest,
): string {
  const { read, added, renewed, unchanged, over, gone, mended, refused, origin } = report
  const done = dryRun ? 'would be' : 'were'
  return [
    ...refused.map(({ record, why }) => `record ${record}: ${why}`),
    '',
    `${tenant.id}, from ${origin}${dryRun ? ' (dry run: nothing is written)' : ''}`,
    `${read} read; ${added} ${done} added, ${renewed} ${done} brought up to date, ${unchanged} were there already; ${refused.length} refused.`,
    ...(weeks !== 0 ? [`Every date is ${weeks} weeks later than it says.`] : []),
    ...(mended > 0 ? [mendedWords(mended)] : []),
    ...(over > 0 ? [`${over} have no date to come: they are kept, and not listed.`] : []),
    ...(gone > 0
      ? [`${gone} are no longer announced there: they ${done} ended here, their dates called off.`]
      : []),
  ].join('\n')
}
