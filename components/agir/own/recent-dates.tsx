import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { RecentDate } from '@/lib/agir/dates/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { DateBlock } from '../dates/date-block'
import { dateWords } from '../dates/date-words'

type Props = {
  activityId: string
  dates: RecentDate[]
  /** How many on each date have hours that wait. */
  waiting: Map<string, number>
}

/** The last dates that took place: who came, and whose hours wait. */
export async function RecentDates({ activityId, dates, waiting }: Props) {
  const [t, href, words] = await Promise.all([getTranslations('agirDay.recent'), currentHref(), dateWords()])
  if (dates.length === 0) return null
  return (
    <section id="recentes" aria-labelledby="recentes-titre">
      <h2 id="recentes-titre" className="mb-4 text-xl">
        {t('title')}
      </h2>
      <ol className="divide-y divide-line border-y border-line">
        {dates.map((date) => (
          <li key={date.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <DateBlock startsAt={date.startsAt} zone={date.zone} off />
            <div className="min-w-48 flex-1">
              <p className="font-bold">{words.whole(date)}</p>
              {waiting.has(date.id) && <Tag tone="warn">{t('hours', { count: waiting.get(date.id)! })}</Tag>}
            </div>
            <a
              href={href(`/mes-activites/${activityId}/dates/${date.id}/accueil`)}
              className="inline-flex min-h-11 items-center"
            >
              {t('door')}
              <VisuallyHidden> {words.whole(date)}</VisuallyHidden>
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
