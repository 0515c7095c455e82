import { getTranslations } from 'next-intl/server'
import { DecisionMark } from '@/components/examination/decision-mark'
import type { PublicIdea } from '@/lib/ideas/queries'
import { currentHref } from '@/lib/tenancy/current-site'
import { DutyClock } from './duty-clock'

/** Before the text: what the city has answered, or what it owes next and how long it has. */
export async function IdeaClock({ idea, now }: { idea: PublicIdea; now: Date }) {
  const [t, href] = await Promise.all([getTranslations('engagements'), currentHref()])
  const next = idea.duties.find(({ metAt, waivedAt }) => !metAt && !waivedAt)
  const opinion = idea.story.opinions[0]
  const isReopened = idea.examination === 'study' && opinion !== undefined
  if (!next && !opinion) return null
  return (
    <section
      aria-label={t('ofIdea')}
      className="grid gap-x-8 gap-y-4 rounded-card border border-line bg-tint p-5 sm:grid-cols-2"
    >
      {opinion && !isReopened && (
        <div>
          <p className="mb-1 text-base text-muted">{t('answered')}</p>
          <DecisionMark decision={opinion.decision} />
          <p className="mt-1">
            <a href="#avis">{t('readOpinion')}</a>
          </p>
        </div>
      )}
      {next && (
        <div>
          <p className="mb-1 text-base text-muted">
            {t('owes')} <span className="font-bold text-ink">{t(`kinds.${next.kind}`)}</span>
          </p>
          <DutyClock duty={next} timeZone={idea.timeZone} now={now} />
          <p className="mt-1">
            <a href={href('/engagements')}>{t('allOfThem')}</a>
          </p>
        </div>
      )}
    </section>
  )
}
