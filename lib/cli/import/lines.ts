import { createReadStream } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** A record of a file with the line it begins on, or why that line cannot be read. */
export type Line = { line: number } & ({ record: unknown } | { unreadable: string })
type Numbered = { text: string; line: number }

const longest = 5_000_000
const mostLines = 2000

/** One JSON value a line. A line that is not JSON stops nothing. */
export async function* jsonLines(file: string): AsyncGenerator<Line> {
  for await (const { text, line } of numbered(file)) {
    if (text.trim() === '') continue
    if (text.length > longest) yield { line, unreadable: 'it is longer than 5 million characters' }
    else yield { line, ...json(text) }
  }
}

function json(text: string): { record: unknown } | { unreadable: string } {
  try {
    return { record: JSON.parse(text) }
  } catch {
    return { unreadable: 'it is not JSON' }
  }
}

/**
 * The rows of a CSV file as objects. A record may go over several lines inside quotes; when one never ends, or does not
 * have the columns of the header, its first line alone is given up and reading goes on with the next.
 */
export async function* csvRows(file: string): AsyncGenerator<Line> {
  const lines = numbered(file)[Symbol.asyncIterator]()
  const waiting: Numbered[] = []
  const next = async () => waiting.shift() ?? ((await lines.next()).value as Numbered | undefined)

  const header = await next()
  if (!header) return
  const delimiter = delimiterOf(header.text)
  const columns = cellsOf(header.text, delimiter) ?? []

  for (let first = await next(); first; first = await next()) {
    if (first.text.trim() === '') continue
    const taken = [first]
    let quotes = quotesIn(first.text)
    while (quotes % 2 === 1 && taken.length < mostLines) {
      const more = await next()
      if (!more) break
      taken.push(more)
      quotes += quotesIn(more.text)
    }
    const text = taken.map((one) => one.text).join('\n')
    const cells = quotes % 2 === 0 ? cellsOf(text, delimiter) : null
    if (cells?.length === columns.length) {
      yield {
        line: first.line,
        record: Object.fromEntries(columns.map((name, place) => [name, cells[place]!])),
      }
    } else {
      yield { line: first.line, unreadable: whyNot(cells, columns) }
      waiting.unshift(...taken.slice(1))
    }
  }
}

const quotesIn = (text: string) => text.split('"').length - 1

function cellsOf(text: string, delimiter: string): string[] | null {
  try {
    return (parse(text, { delimiter, relax_column_count: true, trim: false }) as string[][])[0] ?? null
  } catch {
    return null
  }
}

function whyNot(cells: string[] | null, columns: string[]): string {
  return cells
    ? `it has ${cells.length} columns, the header has ${columns.length}`
    : 'its quotes do not open and close as they should'
}

/** Whichever of the three usual separators the header holds most. */
function delimiterOf(header: string): string {
  return [';', ',', '\t'].sort((one, other) => header.split(other).length - header.split(one).length)[0]!
}

/** Split at line feeds alone: a text may hold other separators, which are its own. */
async function* numbered(file: string): AsyncGenerator<Numbered> {
  let rest = ''
  let line = 0
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const texts = (rest + chunk).split('\n')
    rest = texts.pop()!
    for (const text of texts) yield numbering(text)
  }
  if (rest !== '') yield numbering(rest)

  function numbering(text: string): Numbered {
    line += 1
    return { line, text: (line === 1 ? text.replace(/^\ufeff/, '') : text).replace(/\r$/, '') }
  }
}
