import { getFormatter, getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { Tag } from '@/components/ui/tag'

type Waiting = {
  id: string
  title: string
  locale: string
  href: string
  theme: string | null
  author: string | null
  submittedAt: Date | null
  moderationDueAt: Date | null
  isLate: boolean
  isOwn: boolean
}

/** The oldest duty first: what, from whom, and by when the city owes an answer. */
export async function WaitingList({ waiting }: { waiting: Waiting[] }) {
  const t = await getTranslations('moderation')
  const format = await getFormatter()
  const day = (at: Date | null) => at && format.dateTime(at, { dateStyle: 'long' })
  return (
    <ol className="divide-y divide-line border-y border-line">
      {waiting.map((idea) => {
        const due = idea.moderationDueAt && new Date(idea.moderationDueAt.getTime() - 1)
        return (
          <li key={idea.id} className="grid gap-x-6 gap-y-2 py-5 md:grid-cols-[1fr_auto]">
            <div className="min-w-0">
              <h2 lang={idea.locale} dir="auto" className="text-lg font-bold wrap-anywhere">
                <a href={idea.href}>{idea.title}</a>
              </h2>
              <p className="mt-1 text-base text-muted">
                {[idea.theme, idea.author ?? t('byDeleted'), day(idea.submittedAt)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {idea.isOwn && <p className="mt-1 text-base">{t('own')}</p>}
            </div>
            <p className="flex flex-wrap items-start gap-2 md:justify-end">
              {idea.isLate && (
                <Tag tone="danger" icon={<Icon name="clock" />}>
                  {t('late')}
                </Tag>
              )}
              <span className={idea.isLate ? 'font-bold text-danger' : 'font-bold'}>
                {t('due')} {t('dueOn', { date: day(due) ?? '' })}
              </span>
            </p>
          </li>
        )
      })}
    </ol>
  )
}

type Treated = {
  id: string
  title: string
  publication: string
  treatedAt: Date | null
  by: string | null
  href: string
}

export async function TreatedList({ treated }: { treated: Treated[] }) {
  const t = await getTranslations('moderation')
  const format = await getFormatter()
  if (treated.length === 0) return null
  return (
    <section aria-labelledby="treated" className="mt-14">
      <h2 id="treated" className="text-xl">
        {t('treated')}
      </h2>
      <ul className="mt-4 space-y-3">
        {treated.map(({ id, title, publication, treatedAt, by, href }) => {
          const said = {
            name: by ?? t('byDeleted'),
            date: treatedAt ? format.dateTime(treatedAt, { dateStyle: 'long', timeStyle: 'short' }) : '',
          }
          return (
            <li key={id}>
              <a href={href} dir="auto" className="wrap-anywhere">
                {title}
              </a>
              <p className="text-base text-muted">
                {publication === 'refused' ? t('refusedBy', said) : t('publishedBy', said)}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
