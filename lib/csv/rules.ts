/** What makes a spreadsheet take a cell for a formula, wherever white space or another separator puts it. */
const formula = /(^|[;,|\t\r\n])[\s\u00a0\u3000]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

export type Cell = string | number | Date | null

/**
 * A file for spreadsheets: every cell quoted, and none that one would run. It begins with a mark by which they know that
 * it is UTF-8.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[header, ...rows].map(csvLine).join('')}`
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  const said = cell instanceof Date ? cell.toISOString() : String(cell ?? '')
  const harmless = typeof cell === 'string' && formula.test(said) ? `'${said}` : said
  return `"${harmless.replaceAll('"', '""')}"`
}
