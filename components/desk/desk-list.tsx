import type { ReactNode } from 'react'
import { Page } from '@/components/layout/page'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'

type Column = { key: string; label: string; numeric?: boolean }
type Row = { id: string; title: string; locale: string; cells: Record<string, ReactNode> }

/** The ideas that wait for somebody of the city: each leads to its file, with what tells them apart beside it. */
export function DeskList({
  title,
  lead,
  empty,
  idea,
  columns,
  rows,
  fileOf,
}: {
  title: string
  lead: string
  empty: { title: string; text: string }
  /** How the column of titles is called. */
  idea: string
  columns: Column[]
  rows: Row[]
  fileOf: (id: string) => string
}) {
  return (
    <Page title={title} lead={lead}>
      {rows.length === 0 ? (
        <EmptyState title={empty.title}>{empty.text}</EmptyState>
      ) : (
        <Table
          caption={title}
          hideCaption
          stacks
          columns={[{ key: 'title', label: idea }, ...columns]}
          rows={rows.map(({ id, title: name, locale, cells }) => ({
            key: id,
            cells: {
              ...cells,
              title: (
                <a href={fileOf(id)} lang={locale} dir="auto">
                  {name}
                </a>
              ),
            },
          }))}
        />
      )}
    </Page>
  )
}
