import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { ideaWords } from '@/lib/i18n/words'
import type { Site } from '@/lib/tenancy/site'
import { durationInWords } from './words'

/** Four steps, with the durations this city has set. */
export async function HowItWorks({
  site,
  threshold,
  rulesHref,
}: {
  site: Site
  threshold: number
  rulesHref: string
}) {
  const t = await getTranslations('home')
  const { duration, moderation, moderationWorkingDays, answerMonths } = site.tenant.ideas
  const words = ideaWords(site)
  const reading = { ...words, delay: t('workingDays', { count: moderationWorkingDays }) }
  const steps = [
    {
      title: t('how.deposit'),
      text: moderation === 'before' ? t('how.depositBefore', reading) : t('how.depositAfter', words),
    },
    {
      title: t('how.support'),
      text: t('how.supportDetail', { threshold, duration: await durationInWords(duration) }),
    },
    { title: t('how.study'), text: t('how.studyDetail', { delay: t('months', { count: answerMonths }) }) },
    { title: t('how.deliver'), text: t('how.deliverDetail') },
  ]
  return (
    <section aria-labelledby="comment" className="shell py-16 md:py-24">
      <h2 id="comment">{t('how.title')}</h2>
      <ol className="mt-8 grid gap-x-8 gap-y-8 md:grid-cols-2 lg:grid-cols-4">
        {steps.map(({ title, text }, index) => (
          <li key={title} className="border-t border-line pt-4">
            <span aria-hidden="true" className="font-title text-3xl font-bold text-accent">
              {new Intl.NumberFormat(site.locale).format(index + 1)}
            </span>
            <h3 className="mt-1">{title}</h3>
            <p className="mt-2 text-base text-muted">{text}</p>
          </li>
        ))}
      </ol>
      <a href={rulesHref} className="mt-6 inline-flex min-h-11 items-center gap-1.5 font-bold">
        {t('how.rules')}
        <Icon name="arrow-right" />
      </a>
    </section>
  )
}
