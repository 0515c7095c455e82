import { getFormatter, getTranslations } from 'next-intl/server'
import type { OperatorAct } from '@/lib/operator/cities/rules'
import type { CityStatus } from '@/lib/tenancy/states/rules'

/** What was done to a city from the console, newest first. */
export async function ActList({ acts }: { acts: OperatorAct[] }) {
  const t = await getTranslations('operator')
  const format = await getFormatter()
  if (acts.length === 0) return null
  return (
    <section aria-labelledby="acts">
      <h2 id="acts" className="text-xl">
        {t('acts.title')}
      </h2>
      <ol className="mt-3 divide-y divide-line">
        {acts.map(({ id, action, byEmail, detail, at }) => (
          <li key={id} className="py-3">
            <p>
              {action === 'status'
                ? t('acts.status', { status: t(`status.${detail.to as CityStatus}`) })
                : t(`acts.${action as 'created' | 'means' | 'erased'}`)}
            </p>
            <p className="text-base text-muted">
              {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })} · {byEmail}
              {detail.reason ? ` · ${detail.reason}` : ''}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
