import { getFormatter, getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { Tag } from '@/components/ui/tag'
import type { ListedCall } from '@/lib/operator/help/queries'
import { nameOf } from './city-table'

/** Cities that ask for help: those that wait first. */
export async function CallList({ calls, now }: { calls: ListedCall[]; now: Date }) {
  const t = await getTranslations('operator.help')
  const format = await getFormatter()
  if (calls.length === 0) return <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
  return (
    <ul className="grid gap-4">
      {calls.map(({ ticketId, cityId, subject, lastBy, lastAt, accessUntil, tenant }) => (
        <li key={ticketId} className="relative rounded-card border border-line p-5 hover:border-control">
          <a
            href={`/assistance/${cityId}/${ticketId}`}
            className="text-lg font-bold text-ink after:absolute after:inset-0"
          >
            <bdi>{subject}</bdi>
          </a>
          <p className="mt-2 flex flex-wrap items-center gap-2 text-base text-muted">
            <Tag tone={lastBy === 'city' ? 'warn' : 'neutral'}>
              {t(lastBy === 'city' ? 'waits' : 'answered')}
            </Tag>
            {accessUntil && accessUntil > now && <Tag tone="accent">{t('granted')}</Tag>}
            <span>
              <bdi>{nameOf(tenant, cityId)}</bdi> ·{' '}
              {format.dateTime(lastAt, { dateStyle: 'medium', timeStyle: 'short' })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  )
}
