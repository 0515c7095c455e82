import { getFormatter, getTranslations } from 'next-intl/server'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { SettingHistory } from '@/lib/tenancy/drafts/history/queries'
import { ValueWords } from './value-words'

/** Who set a setting, when, from what to what and in which layer: the open draft first, then each version. */
export async function HistoryTable({ setting, history }: { setting: string; history: SettingHistory }) {
  const [t, format] = [await getTranslations('settings'), await getFormatter()]
  const columns = (['when', 'who', 'layer', 'from', 'to'] as const).map((key) => ({
    key,
    label: t(`history.columns.${key}`),
  }))
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  const drafted = history.drafted.map(({ at, name, before, after }, place) => ({
    key: `draft ${place}`,
    cells: {
      when: when(at),
      who: name ?? t('actors.admin'),
      layer: <Tag tone="accent">{t('history.draft')}</Tag>,
      from: <ValueWords at={setting} value={before} />,
      to: <ValueWords at={setting} value={after} />,
    },
  }))
  const published = history.published.map(({ version, at, kind, name, isFirst, before, after }) => ({
    key: String(version),
    cells: {
      when: when(at),
      who: name ?? t(`actors.${kind}`),
      layer: t(`history.layers.${kind}`, { version }),
      from: isFirst ? <i>{t('history.first')}</i> : <ValueWords at={setting} value={before} />,
      to: <ValueWords at={setting} value={after} />,
    },
  }))
  return (
    <Table
      caption={t('history.title')}
      hideCaption
      stacks
      columns={columns}
      rows={[...drafted, ...published]}
    />
  )
}
