import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'

type Other = { name: string; label: string }

export async function MonthChoice({
  here,
  current,
  previous,
  next,
}: {
  here: string
  current: string
  previous: Other
  next: Other | null
}) {
  const t = await getTranslations('figures')
  const look = 'inline-flex min-h-11 items-center gap-1 rounded-control px-3'
  return (
    <nav aria-label={t('months')} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <a href={`${here}?mois=${previous.name}`} rel="prev" className={look}>
        <Icon name="chevron-left" className="rtl:rotate-180" />
        <span className="sr-only">{t('previous')} : </span>
        {previous.label}
      </a>
      <h2 className="text-2xl first-letter:uppercase">{t('month', { month: current })}</h2>
      {next && (
        <a href={`${here}?mois=${next.name}`} rel="next" className={look}>
          <span className="sr-only">{t('next')} : </span>
          {next.label}
          <Icon name="chevron-right" className="rtl:rotate-180" />
        </a>
      )}
    </nav>
  )
}
