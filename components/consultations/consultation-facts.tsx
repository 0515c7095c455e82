import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Icon } from '@/components/ui/icon'
import type { Consultation } from '@/lib/consultations/queries'
import { statusOf } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import { currentSite } from '@/lib/tenancy/current-site'
import { DaysLeft } from './consultation-card'
import { whenWords } from './when'

/** When, where, by whom, for whom: and the one act there is. */
export async function ConsultationFacts({ one, today }: { one: Consultation; today: string }) {
  const { tenant, locale } = await currentSite()
  const [t, when] = await Promise.all([getTranslations('consultations'), whenWords(one)])
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const department = tenant.departments.find(({ id }) => id === one.departmentId)
  const isOpen = statusOf(one, today) === 'open'
  return (
    <Card>
      <dl className="space-y-4">
        <Fact name={t('one.dates')}>
          {when}
          <span className="block">
            <DaysLeft consultation={one} today={today} />
          </span>
        </Fact>
        <Fact name={t('one.where')}>
          {[district ? localized(district.name, locale, tenant) : t('wholeCity'), one.place]
            .filter(Boolean)
            .join(' · ')}
        </Fact>
        <Fact name={t('one.audience')}>{one.audience}</Fact>
        {department && <Fact name={t('one.department')}>{localized(department.name, locale, tenant)}</Fact>}
        <Fact name={t('one.contact')}>{one.contact}</Fact>
        {one.legalFrame && <Fact name={t('one.legalFrame')}>{one.legalFrame}</Fact>}
      </dl>
      {one.externalUrl && (
        <div className="mt-6">
          <ButtonLink
            href={one.externalUrl}
            rel="noopener"
            wide
            variant={isOpen ? 'primary' : 'secondary'}
            icon={<Icon name="external-link" />}
          >
            {t(isOpen ? 'one.take' : 'one.read')}
          </ButtonLink>
        </div>
      )}
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd dir="auto" className="wrap-anywhere whitespace-pre-line">
        {children}
      </dd>
    </div>
  )
}

/** What there is to read before answering, and after. */
export async function ConsultationDocuments({ documents }: { documents: Consultation['documents'] }) {
  const [t, format] = await Promise.all([getTranslations('consultations'), getFormatter()])
  if (documents.length === 0) return <p className="text-muted">{t('one.noDocuments')}</p>
  const sizeOf = (bytes: number) =>
    format.number(Math.max(0.1, Math.round(bytes / 100_000) / 10), { style: 'unit', unit: 'megabyte' })
  return (
    <ul className="divide-y divide-line border-y border-line">
      {documents.map(({ id, title, url, file, bytes }) => (
        <li key={id}>
          <a
            href={url ?? `/documents/${file}`}
            rel={url ? 'noopener' : undefined}
            className="flex min-h-11 items-center gap-3 py-2"
          >
            <Icon name={url ? 'external-link' : 'download'} />
            <bdi>{title}</bdi>
            {bytes !== null && (
              <span className="text-sm text-muted">{t('one.pdf', { size: sizeOf(bytes) })}</span>
            )}
          </a>
        </li>
      ))}
    </ul>
  )
}
