import { getFormatter, getTranslations } from 'next-intl/server'
import { Card } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import type { CityFor } from '@/lib/operator/cities/queries'
import { publicOrigin } from '@/lib/tenancy/origin'

const tones = { active: 'success', failing: 'warn', detached: 'neutral' } as const

/** Where the city answers and how its letters leave: what to look at first when it calls. */
export async function HealthCard({ city }: { city: CityFor }) {
  const t = await getTranslations('operator')
  const format = await getFormatter()
  const { hosts, lettersFailed, lettersWaiting, senderFailingSince, lastError, version } = city
  const when = (at: Date) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Card>
      <h2 className="text-xl">{t('cities.health')}</h2>
      <h3 className="mt-4 text-base">{t('city.hosts')}</h3>
      <ul className="divide-y divide-line">
        {hosts.map(({ host, role, status }) => (
          <li key={host} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <a href={publicOrigin(host)} className="wrap-anywhere">
              {host}
            </a>
            <Tag tone={tones[status]}>{t(`hosts.${role}.${status}`)}</Tag>
          </li>
        ))}
      </ul>
      <h3 className="mt-5 text-base">{t('city.mail')}</h3>
      <p className="mt-1 flex flex-wrap items-center gap-2">
        {lettersFailed === 0 && !senderFailingSince && <Tag tone="success">{t('health.mailWell')}</Tag>}
        {senderFailingSince && <Tag tone="danger">{t('health.sender')}</Tag>}
        {lettersFailed > 0 && <Tag tone="warn">{t('health.failed', { count: lettersFailed })}</Tag>}
        {lettersWaiting > 0 && <Tag>{t('health.waiting', { count: lettersWaiting })}</Tag>}
      </p>
      {lastError && (
        <p className="mt-2 text-base text-muted">
          {t('city.lastError', { when: when(lastError.at), error: lastError.text })}
        </p>
      )}
      <p className="mt-5 text-base text-muted">{t('city.version', { version })}</p>
    </Card>
  )
}
