import type { ReactNode } from 'react'

/** Rows under named columns; the first cell of a row names it. Scrolls by itself on a narrow screen. */
export function Table({
  caption,
  hideCaption,
  columns,
  rows,
}: {
  caption: string
  hideCaption?: boolean
  columns: { key: string; label: ReactNode; numeric?: boolean }[]
  rows: { key: string; cells: Record<string, ReactNode> }[]
}) {
  return (
    <div role="group" aria-label={caption} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-base">
        <caption className={hideCaption ? 'sr-only' : 'pb-3 text-start font-bold'}>{caption}</caption>
        <thead>
          <tr className="border-b-2 border-control">
            {columns.map(({ key, label, numeric }) => (
              <th
                key={key}
                scope="col"
                className={`px-3 py-2 first:ps-0 ${numeric ? 'text-end' : 'text-start'}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-b border-line">
              {columns.map(({ key, numeric }, index) => {
                const Cell = index === 0 ? 'th' : 'td'
                return (
                  <Cell
                    key={key}
                    scope={index === 0 ? 'row' : undefined}
                    className={`px-3 py-3 align-top font-normal first:ps-0 ${numeric ? 'tabular text-end' : 'text-start'}`}
                  >
                    {row.cells[key]}
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
