import { getFormatter, getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { Sheet } from '@/lib/ideas/paper/queries'

export const stateTones = {
  entered: 'warn',
  counted: 'success',
  returned: 'neutral',
  withdrawn: 'danger',
} as const

/** The sheets of one idea, the latest first: numbers alone. */
export async function SheetList({ sheets, hrefOn }: { sheets: Sheet[]; hrefOn: (path: string) => string }) {
  const [t, format] = await Promise.all([getTranslations('paper'), getFormatter()])
  if (sheets.length === 0) return <p className="text-muted">{t('noSheet')}</p>
  const numbers = ['lineCount', 'spoiltCount', 'alreadyCount', 'countedCount'] as const
  return (
    <Table
      caption={t('sheets')}
      hideCaption
      stacks
      columns={[
        { key: 'number', label: t('sheet') },
        { key: 'receivedOn', label: t('received') },
        ...numbers.map((key) => ({ key, label: t(`figures.${key}`), numeric: true })),
        { key: 'state', label: t('state') },
      ]}
      rows={sheets.map((sheet) => ({
        key: sheet.id,
        cells: {
          number: (
            <a href={hrefOn(`/papier/feuille/${sheet.id}`)} dir="auto">
              {sheet.number}
            </a>
          ),
          receivedOn: format.dateTime(new Date(`${sheet.receivedOn}T12:00:00Z`), {
            dateStyle: 'medium',
            timeZone: 'UTC',
          }),
          ...Object.fromEntries(numbers.map((key) => [key, format.number(sheet[key] ?? 0)])),
          state: <Tag tone={stateTones[sheet.state]}>{t(`states.${sheet.state}`)}</Tag>,
        },
      }))}
    />
  )
}
