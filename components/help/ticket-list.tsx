import { getFormatter, getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import type { ListedTicket } from '@/lib/tenancy/help/queries'

/** What the city asked of the operator, each with where it stands. */
export async function TicketList({
  tickets,
  here,
  now,
}: {
  tickets: ListedTicket[]
  here: string
  now: Date
}) {
  const t = await getTranslations('help')
  const format = await getFormatter()
  if (tickets.length === 0) return null
  return (
    <ul className="mb-8 grid gap-3">
      {tickets.map(({ id, subject, openedAt, closedAt, accessUntil, isAnswered }) => {
        const isOpen = accessUntil && accessUntil > now && !closedAt
        return (
          <li key={id} className="relative rounded-card border border-line p-5 hover:border-control">
            <a href={`${here}/${id}`} className="font-bold text-ink after:absolute after:inset-0">
              {subject}
            </a>
            <p className="mt-2 flex flex-wrap items-center gap-2 text-base text-muted">
              {closedAt && <Tag>{t('states.closed')}</Tag>}
              {!closedAt && (
                <Tag tone={isAnswered ? 'accent' : 'neutral'}>
                  {t(isAnswered ? 'states.answered' : 'states.waiting')}
                </Tag>
              )}
              {isOpen && <Tag tone="warn">{t('states.access')}</Tag>}
              <span>{format.dateTime(openedAt, { dateStyle: 'long' })}</span>
            </p>
          </li>
        )
      })}
    </ul>
  )
}
