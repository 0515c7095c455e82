import { getFormatter, getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { ListedCity } from '@/lib/operator/cities/rules'

/** What is wrong with a city's letters and addresses, and what was last said of it; or that nothing is. */
export async function CityHealth({ city }: { city: ListedCity }) {
  const t = await getTranslations('operator.health')
  const format = await getFormatter()
  const { lettersFailed, lettersWaiting, senderFailingSince, hosts, lastError } = city
  const failing = hosts.filter(({ status }) => status === 'failing').length
  const isWell = lettersFailed === 0 && !senderFailingSince && failing === 0
  return (
    <span className="flex flex-col items-start gap-1.5 max-md:items-end">
      {isWell && <Tag tone="success">{t('well')}</Tag>}
      {senderFailingSince && <Tag tone="danger">{t('sender')}</Tag>}
      {lettersFailed > 0 && <Tag tone="warn">{t('failed', { count: lettersFailed })}</Tag>}
      {failing > 0 && <Tag tone="warn">{t('hosts', { count: failing })}</Tag>}
      {lettersWaiting > 0 && (
        <span className="text-sm text-muted">{t('waiting', { count: lettersWaiting })}</span>
      )}
      {!isWell && lastError && (
        <span className="line-clamp-2 max-w-64 text-sm text-muted">
          {format.dateTime(lastError.at, { day: 'numeric', month: 'short' })} : <bdi>{lastError.text}</bdi>
        </span>
      )}
    </span>
  )
}
