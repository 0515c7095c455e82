type Cell = string | number | boolean | Date | null | undefined

/** What a spreadsheet would take for the beginning of a formula, also in its wide forms. */
const formula = /^[=+\-@\t\r\n;＝＋－＠]/

/**
 * A table any spreadsheet opens and none executes: every cell quoted, what could begin a formula kept as text by an
 * apostrophe before it, a byte order mark so that accents are read, lines ended as RFC 4180 has them.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
}

function cellOf(cell: Cell): string {
  const text = cell instanceof Date ? cell.toISOString() : String(cell ?? '')
  const shown =
    typeof cell === 'string' && (formula.test(text) || formula.test(text.trimStart())) ? `'${text}` : text
  return `"${shown.replaceAll('"', '""')}"`
}
