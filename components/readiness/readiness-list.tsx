import { getTranslations } from 'next-intl/server'
import { isInConsole } from '@/components/administration/console-links'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { type Readiness, type ReadinessPoint, readinessPoints } from '@/lib/tenancy/readiness/rules'

type Props = {
  missing: readonly ReadinessPoint[]
  /** What would still be missing once the draft is published. */
  drafted: readonly ReadinessPoint[]
  facts: Readiness
  isOpen: boolean
  hrefOf: (path: string) => string
}

/** Everything a city needs before it opens: what is there, what is not, and where each is seen to. */
export async function ReadinessList({ missing, drafted, facts, isOpen, hrefOf }: Props) {
  const t = await getTranslations('readiness')
  const values = { moderators: facts.moderators, owners: facts.owners, hosts: facts.unprovedHosts.join(', ') }
  const points = Object.entries(readinessPoints) as [ReadinessPoint, string][]
  return (
    <div className="max-w-text space-y-8">
      {missing.length === 0 ? (
        <Notice tone="success" title={t('ready')}>
          <p>{t('readyText')}</p>
        </Notice>
      ) : (
        <Notice tone="warn" title={t('missing', { count: missing.length })}>
          <p>{t(isOpen ? 'missingOpen' : 'missingText')}</p>
        </Notice>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {points.map(([point, path]) => {
          const isMissing = missing.includes(point)
          const state = isMissing ? (drafted.includes(point) ? 'todo' : 'drafted') : 'done'
          return (
            <li key={point} className="flex items-start gap-4 py-5">
              <span className={`mt-0.5 ${isMissing ? 'text-warn' : 'text-success'}`}>
                <Icon name={isMissing ? 'clock' : 'circle-check'} size={24} />
              </span>
              <div className="min-w-0">
                <h2 className="text-lg">{t(`points.${point}.title`)}</h2>
                <p className="text-base font-bold text-muted">{t(`states.${state}`)}</p>
                <p className="mt-1 text-base">{t(`points.${point}.text`, values)}</p>
                {isInConsole(path) && (
                  <a href={hrefOf(path)} className="inline-flex min-h-11 items-center text-base">
                    {t(`points.${point}.link`)}
                  </a>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
