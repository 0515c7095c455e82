import { basename } from 'node:path'
import type { Tenant } from '../../../tenants/tenant'
import { foreseeComments, importComments } from '../../comments/imports/commands'
import { type CommentArrival, commentArrivalOf } from '../../comments/imports/rules'
import { foreseeImport, importIdeas, type Written } from '../../ideas/imports/commands'
import { readable } from '../../html-text'
import { records } from '../../ideas/imports/input'
import { type Arrival, arrivalOf } from '../../ideas/imports/rules'
import { recordReadOnce } from '../../twice-encoded'
import { csvRows, jsonLines, type Line } from './lines'
import type { Report, Request } from './report'
import { refusalWords } from './words'

type Placed = Arrival & { line: number; isMended: boolean; said: CommentArrival[]; unsaid: number }

const batchSize = 100

/** Reads the file record by record and writes what can be, a hundred at a time; what cannot be is in the report. */
export async function importFile(
  request: Request,
  tell: (report: Report) => void = () => {},
): Promise<Report> {
  const report: Report = {
    ...nothing(),
    origin: request.origin ?? basename(request.file).replace(/\.[a-z]+$/i, ''),
  }
  const seen = new Map<string, number>()
  let batch: Placed[] = []
  for await (const line of linesOf(request)) {
    report.read++
    const arrival = accepted(line, request, seen)
    if ('why' in arrival) report.refused.push(arrival)
    else batch.push(arrival)
    if (batch.length === batchSize) await settle()
  }
  await settle()
  return report

  async function settle() {
    await write(request, batch, report)
    batch = []
    tell(report)
  }
}

function linesOf({ format, file }: Request): AsyncGenerator<Line> {
  return format === 'cap-collectif-jsonl' ? jsonLines(file) : csvRows(file)
}

function accepted(
  line: Line,
  { format, tenant, now }: Request,
  seen: Map<string, number>,
): Placed | { line: number; why: string } {
  if ('unreadable' in line) return { line: line.line, why: line.unreadable }
  const { record, isMended } = recordReadOnce(line.record)
  const read = records[format].safeParse(record)
  if (!read.success) {
    const { path, message } = read.error.issues[0]!
    return { line: line.line, why: `${path.join('.')}: ${message}` }
  }
  const [title, body] = [readable(read.data.title), readable(read.data.body)]
  const arrival = arrivalOf({ ...read.data, title, body }, tenant, now)
  if (typeof arrival === 'string') return { line: line.line, why: refusalWords(arrival) }
  const first = seen.get(arrival.originId)
  if (first) return { line: line.line, why: `it has the same id as line ${first}` }
  seen.set(arrival.originId, line.line)
  const comments = read.data.comments.map((found) =>
    commentArrivalOf({ ...found, body: readable(found.body) }, tenant.timeZone, now),
  )
  const said = comments.filter((one) => one !== null)
  return { ...arrival, isMended, line: line.line, said, unsaid: comments.length - said.length }
}

/** A batch that the database refuses is tried again one by one, so that one bad record costs only itself. */
async function write({ tenant, dryRun, now }: Request, batch: Placed[], report: Report): Promise<void> {
  if (batch.length === 0) return
  const put = dryRun ? foreseeImport : importIdeas
  const wanted = (placed: Placed[]) => ({ origin: report.origin, arrivals: placed.map(bare), now })
  try {
    count(report, batch, tenant, await put(tenant, wanted(batch)))
    await putComments({ tenant, dryRun } as Request, batch, report)
  } catch (error) {
    if (batch.length === 1) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      report.refused.push({
        line: batch[0]!.line,
        why: `the database refuses it: ${cause instanceof Error ? cause.message : cause}`,
      })
      return
    }
    for (const one of batch) await write({ tenant, dryRun, now } as Request, [one], report)
  }
}

/** What was said under them goes with them, once they are there. */
async function putComments({ tenant, dryRun }: Request, batch: Placed[], report: Report): Promise<void> {
  const threads = batch.map(({ originId, said }) => ({ ideaOriginId: originId, said }))
  const put = dryRun ? foreseeComments : importComments
  const written = await put(tenant, { origin: report.origin, threads })
  report.commentsAdded += written.commentsAdded
  report.commentsRecounted += written.commentsRecounted
  report.commentsRefused += batch.reduce((sum, { unsaid }) => sum + unsaid, 0)
}

const bare = ({ line: _, isMended: _mended, said: _said, unsaid: _unsaid, ...arrival }: Placed): Arrival =>
  arrival

function count(report: Report, batch: Placed[], { ideas }: Tenant, written: Written): void {
  report.added += written.added
  report.recounted += written.recounted
  report.unchanged += written.unchanged
  report.mended += batch.filter(({ isMended }) => isMended).length
  report.repaired += batch.filter(({ repaired }) => repaired).length
  report.withoutTheme += batch.filter(({ themeId }) => !themeId).length
  const fits = (text: string, { min, max }: { min: number; max: number }) =>
    [...text].length >= min && [...text].length <= max
  report.beyondTheCity += batch.filter(
    ({ title, body }) => !fits(title, ideas.titleLength) || !fits(body, ideas.bodyLength),
  ).length
}

function nothing() {
  return {
    read: 0,
    mended: 0,
    added: 0,
    recounted: 0,
    unchanged: 0,
    repaired: 0,
    beyondTheCity: 0,
    withoutTheme: 0,
    commentsAdded: 0,
    commentsRecounted: 0,
    commentsRefused: 0,
    refused: [],
  }
}
