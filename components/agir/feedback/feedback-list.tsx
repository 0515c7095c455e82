import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ideas/section'
import type { Feedback } from '@/lib/agir/feedback/queries'
import { averageOf } from '@/lib/agir/feedback/rules'

/** What those who came said, without their names. */
export async function FeedbackList({ given }: { given: Feedback[] }) {
  if (given.length === 0) return null
  const [t, format] = await Promise.all([getTranslations('agirFeedback'), getFormatter()])
  const average = averageOf(given.map(({ rating }) => rating))
  const written = given.filter(({ text }) => text !== '')
  return (
    <Section id="avis" title={t('list.title')}>
      <p className="mb-4 text-muted">{t('list.text')}</p>
      <p className="font-bold">
        {t('list.count', { count: given.length })}
        {average !== null &&
          ` · ${t('list.average', { average: format.number(average, { maximumFractionDigits: 1 }) })}`}
      </p>
      {written.length > 0 && (
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {written.map(({ id, rating, text }) => (
            <li key={id} className="py-4">
              {rating !== null && (
                <p className="text-base text-muted">{t(`ratings.${rating as 1 | 2 | 3 | 4 | 5}`)}</p>
              )}
              <p dir="auto" className="whitespace-pre-line wrap-anywhere">
                {text}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
