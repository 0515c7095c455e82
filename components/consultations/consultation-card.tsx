import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { Listed } from '@/lib/consultations/queries'
import { daysBetween, statusOf } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'
import { ConsultationStatus } from './status-tag'
import { whenWords } from './when'

/** One consultation in a list: what is asked, where, until when, and how far it has come. */
export async function ConsultationCard({
  consultation,
  href,
  site: { tenant, locale },
  today,
  level: Heading = 'h3',
}: {
  consultation: Omit<Listed, 'changedAt' | 'publishedAt'>
  href: string
  site: Pick<Site, 'tenant' | 'locale'>
  today: string
  level?: 'h2' | 'h3'
}) {
  const t = await getTranslations('consultations')
  const { title, type, districtCode, externalUrl, summary } = consultation
  const district = tenant.territory.districts.find(({ code }) => code === districtCode)
  const when = await whenWords(consultation)
  return (
    <article className="relative flex h-full flex-col rounded-card border border-line bg-paper p-5 hover:border-control">
      <p className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <ConsultationStatus consultation={consultation} today={today} />
        <span className="text-sm text-muted">{t(`types.${type}`)}</span>
      </p>
      <Heading className="text-lg leading-snug md:text-xl">
        <a
          href={href}
          lang={consultation.locale === locale ? undefined : consultation.locale}
          dir="auto"
          className="text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
        >
          {title}
        </a>
      </Heading>
      <p dir="auto" className="mt-2 line-clamp-3 text-base text-muted">
        {summary}
      </p>
      <div className="mt-auto flex flex-wrap gap-x-4 gap-y-1 pt-4 text-sm text-muted">
        <span className="inline-flex items-center gap-1.5">
          <Icon name="map-pin" />
          {district ? localized(district.name, locale, tenant) : t('wholeCity')}
        </span>
        {when && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="calendar" />
            {when}
          </span>
        )}
        <DaysLeft consultation={consultation} today={today} />
        {externalUrl && (
          <span className="inline-flex items-center gap-1.5">
            <Icon name="external-link" />
            {t('elsewhere')}
          </span>
        )}
      </div>
    </article>
  )
}

export async function DaysLeft({
  consultation,
  today,
}: {
  consultation: Parameters<typeof statusOf>[0]
  today: string
}) {
  const t = await getTranslations('consultations')
  const status = statusOf(consultation, today)
  const { opensOn, closesOn } = consultation
  const left =
    status === 'open' && closesOn
      ? t('closesIn', { days: daysBetween(today, closesOn) })
      : status === 'announced' && opensOn
        ? t('opensIn', { days: daysBetween(today, opensOn) })
        : null
  if (!left) return null
  return (
    <span className="inline-flex items-center gap-1.5 font-bold text-ink">
      <Icon name="hourglass" />
      {left}
    </span>
  )
}
