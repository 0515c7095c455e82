import { getFormatter, getTranslations } from 'next-intl/server'
import type { Ticket } from '@/lib/tenancy/help/queries'

/** Each page of the console that the operator opened, the last one first. */
export async function VisitList({ visits }: { visits: Ticket['visits'] }) {
  const t = await getTranslations('help.visits')
  const format = await getFormatter()
  if (visits.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ol className="divide-y divide-line border-y border-line">
      {visits.map(({ id, path, at, operatorEmail }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-6 gap-y-1 py-2 text-base">
          <code dir="ltr" className="wrap-anywhere">
            {path}
          </code>
          <span className="text-muted">
            {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'medium' })} · {operatorEmail}
          </span>
        </li>
      ))}
    </ol>
  )
}
