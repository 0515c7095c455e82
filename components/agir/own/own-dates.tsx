import { getTranslations } from 'next-intl/server'
import { Tag } from '@/components/ui/tag'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { undo } from '@/lib/agir/dates/actions'
import type { PublicDate } from '@/lib/agir/dates/queries'
import { mayUndo } from '@/lib/agir/dates/rules'
import { DateBlock } from '../dates/date-block'
import { DateStateTag } from '../dates/date-state'
import { dateWords } from '../dates/date-words'
import { DateForm } from './date-form'

/** The dates to come, each with who comes and what can be changed; what was just called off can be taken back. */
export async function OwnDates({
  dates,
  requests,
  hrefOf,
  listHrefOf,
  now,
}: {
  dates: PublicDate[]
  /** How many of each date's wait for an answer. */
  requests: Map<string, number>
  hrefOf: (dateId: string) => string
  /** Null where nobody registers here. */
  listHrefOf: ((dateId: string) => string) | null
  now: Date
}) {
  const [t, words] = await Promise.all([getTranslations('agirOwn.dates'), dateWords()])
  if (dates.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <ol className="divide-y divide-line border-y border-line">
      {dates.map((date) => {
        const taken = date.positions.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0)
        const isOff = date.state === 'cancelled'
        return (
          <li key={date.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <DateBlock startsAt={date.startsAt} zone={date.zone} off={isOff || date.state === 'postponed'} />
            <div className="min-w-48 flex-1">
              <p className={isOff ? 'text-muted line-through' : 'font-bold'}>{words.whole(date)}</p>
              <p className="flex flex-wrap items-center gap-x-3 text-base text-muted">
                <DateStateTag state={date.state} />
                {date.placeLabel && <bdi>{date.placeLabel}</bdi>}
                {t('registered', { count: taken })}
                {requests.has(date.id) && (
                  <Tag tone="warn">{t('requests', { count: requests.get(date.id)! })}</Tag>
                )}
              </p>
            </div>
            {mayUndo(date, now) && <Undo dateId={date.id} about={words.whole(date)} />}
            {listHrefOf && (
              <DateLink href={listHrefOf(date.id)} about={words.whole(date)}>
                {t('list')}
              </DateLink>
            )}
            {!isOff && (
              <DateLink href={hrefOf(date.id)} about={words.whole(date)}>
                {t('change')}
              </DateLink>
            )}
          </li>
        )
      })}
    </ol>
  )
}

type About = { about: string }

async function Undo({ dateId, about }: { dateId: string } & About) {
  const t = await getTranslations('agirOwn.dates')
  const submit = (
    <>
      {t('undo')}
      <VisuallyHidden> {about}</VisuallyHidden>
    </>
  )
  return <DateForm action={undo} dateId={dateId} quiet submit={submit} />
}

function DateLink({ href, about, children }: { href: string; children: string } & About) {
  return (
    <a href={href} className="inline-flex min-h-11 items-center">
      {children}
      <VisuallyHidden> {about}</VisuallyHidden>
    </a>
  )
}
