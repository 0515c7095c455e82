import { getFormatter, getTranslations } from 'next-intl/server'
import { WrittenText } from '@/components/ideas/written-text'
import type { PastEpisode } from '@/lib/consultations/history/queries'
import { currentSite } from '@/lib/tenancy/current-site'
import { dayWords, whenWords } from './when'

/** What happened to it, each with its day; a change of dates with what they were and why. */
export async function ConsultationHistory({ episodes }: { episodes: PastEpisode[] }) {
  const { tenant } = await currentSite()
  const [t, format] = await Promise.all([getTranslations('consultations.history'), getFormatter()])
  return (
    <ol className="divide-y divide-line border-y border-line">
      {episodes.map((episode) => (
        <li key={episode.id} className="py-4">
          <p className="font-bold">{t(episode.kind)}</p>
          <p className="text-base text-muted">
            <time dateTime={episode.at.toISOString()}>
              {t('on', {
                day: format.dateTime(episode.at, { dateStyle: 'long', timeZone: tenant.timeZone }),
              })}
            </time>
          </p>
          {episode.before && <Moved from={episode.before} to={episode.days} />}
          {episode.reason && (
            <div className="mt-2">
              <WrittenText text={episode.reason} />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

type Days = PastEpisode['days']

async function Moved({ from, to }: { from: Days; to: Days }) {
  const t = await getTranslations('consultations.history')
  const [before, now, dayOf] = await Promise.all([whenWords(from), whenWords(to), dayWords()])
  return (
    <p className="mt-2">
      {before !== now && (
        <>
          <del className="block text-muted no-underline">{t('from', { when: before ?? '' })}</del>
          <ins className="block no-underline">{t('to', { when: now ?? '' })}</ins>
        </>
      )}
      {from.place && to.place && from.place !== to.place && (
        <span className="block">{t('place', { from: from.place, to: to.place })}</span>
      )}
      {from.reportDueOn && to.reportDueOn && from.reportDueOn !== to.reportDueOn && (
        <span className="block">
          {t('report', { from: dayOf(from.reportDueOn), to: dayOf(to.reportDueOn) })}
        </span>
      )}
    </p>
  )
}
