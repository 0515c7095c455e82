import { getTranslations } from 'next-intl/server'
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
  hrefOf,
  now,
}: {
  dates: PublicDate[]
  hrefOf: (dateId: string) => string
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
                {t('registered', { count: taken })}
              </p>
            </div>
            {mayUndo(date, now) && (
              <DateForm
                action={undo}
                dateId={date.id}
                quiet
                submit={
                  <>
                    {t('undo')}
                    <VisuallyHidden> {words.whole(date)}</VisuallyHidden>
                  </>
                }
              />
            )}
            {!isOff && (
              <a href={hrefOf(date.id)} className="inline-flex min-h-11 items-center">
                {t('change')}
                <VisuallyHidden> {words.whole(date)}</VisuallyHidden>
              </a>
            )}
          </li>
        )
      })}
    </ol>
  )
}
