import type { ReactNode } from 'react'

type Column = { key: string; label: ReactNode; numeric?: boolean }
type Row = { key: string; cells: Record<string, ReactNode> }

/**
 * Rows under named columns; the first cell of a row names it. On a narrow screen it scrolls by itself, or stacks: each
 * row then reads as a small list, and stays a row to a screen reader.
 */
export function Table({
  caption,
  hideCaption,
  stacks,
  columns,
  rows,
}: {
  caption: string
  hideCaption?: boolean
  stacks?: boolean
  columns: Column[]
  rows: Row[]
}) {
  return (
    <div role="group" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table role="table" className={`w-full border-collapse text-base ${stacks ? 'max-md:block' : ''}`}>
        <caption
          className={`${stacks ? 'max-md:block ' : ''}${hideCaption ? 'sr-only' : 'pb-3 text-start font-bold'}`}
        >
          {caption}
        </caption>
        <thead role="rowgroup" className={stacks ? 'max-md:sr-only' : ''}>
          <tr role="row" className="border-b-2 border-control">
            {columns.map(({ key, label, numeric }) => (
              <th
                key={key}
                role="columnheader"
                scope="col"
                className={`px-1.5 py-2 first:ps-0 last:pe-0 sm:px-3 ${numeric ? 'text-end' : 'text-start'}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={stacks ? 'max-md:block' : ''}>
          {rows.map((row) => (
            <TableRow key={row.key} {...{ row, columns, stacks }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const stacked = {
  row: 'max-md:block max-md:py-4',
  name: 'max-md:block max-md:px-0 max-md:py-0 max-md:pb-2',
  cell: 'max-md:flex max-md:justify-between max-md:gap-6 max-md:px-0 max-md:py-1 max-md:text-end',
}

function TableRow({ row, columns, stacks }: { row: Row; columns: Column[]; stacks?: boolean }) {
  return (
    <tr role="row" className={`border-b border-line ${stacks ? stacked.row : ''}`}>
      {columns.map(({ key, label, numeric }, index) => {
        const isName = index === 0
        const Cell = isName ? 'th' : 'td'
        const look = `px-1.5 py-3 align-top font-normal first:ps-0 last:pe-0 sm:px-3 ${numeric ? 'tabular text-end' : 'text-start'}`
        return (
          <Cell
            key={key}
            role={isName ? 'rowheader' : 'cell'}
            scope={isName ? 'row' : undefined}
            className={`${look} ${stacks ? stacked[isName ? 'name' : 'cell'] : ''}`}
          >
            {stacks && !isName && (
              <span aria-hidden className="text-start text-muted md:hidden">
                {label}
              </span>
            )}
            {row.cells[key]}
          </Cell>
        )
      })}
    </tr>
  )
}
