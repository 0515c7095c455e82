import { Temporal } from 'temporal-polyfill'

/** A month of the city, from its first midnight to the next month's. */
export type Month = { name: string; from: Date; to: Date; previous: string; next: string | null }

/** The month named `2026-11`, or the one under way when the name says no month that has begun. */
export function monthOf(named: string, timeZone: string, now: Date): Month {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const current = today.toPlainDate().toPlainYearMonth()
  const asked = /^20\d\d-(0[1-9]|1[0-2])$/.test(named) ? Temporal.PlainYearMonth.from(named) : current
  const month = Temporal.PlainYearMonth.compare(asked, current) > 0 ? current : asked
  const next = month.add({ months: 1 })
  return {
    name: month.toString(),
    from: midnightOf(month, timeZone),
    to: midnightOf(next, timeZone),
    previous: month.subtract({ months: 1 }).toString(),
    next: Temporal.PlainYearMonth.compare(next, current) > 0 ? null : next.toString(),
  }
}

function midnightOf(month: Temporal.PlainYearMonth, timeZone: string): Date {
  return new Date(month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).epochMilliseconds)
}

const formula = /^[=+\-@\t\r＝＋－＠]/

/** One line of a file that a spreadsheet shows as text, whatever is in it. */
export function csvLine(cells: (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: string | number | null): string {
  const said = String(cell ?? '')
  const harmless = typeof cell === 'string' && formula.test(said) ? `'${said}` : said
  return `"${harmless.replaceAll('"', '""')}"`
}
