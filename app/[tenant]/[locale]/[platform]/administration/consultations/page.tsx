import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsultationStatus } from '@/components/consultations/status-tag'
import { whenWords } from '@/components/consultations/when'
import { ConsoleFrame } from '@/components/administration/frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { requireRole } from '@/lib/auth/require-role'
import { type Listed, listKept } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { localized } from '@/lib/i18n/localized'
import { actsAs } from '@/lib/people/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { searchParams: Promise<{ fait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consultations.desk'))('title'), robots: { index: false } }
}

export default async function ConsultationsDesk({ searchParams }: Props) {
  const person = await requireRole('area_admin')
  const { tenant } = await currentSite()
  const [t, href] = await Promise.all([getTranslations('consultations.desk'), currentHref()])
  const kept = (await listKept(tenant)).filter((one) => actsAs(person, 'area_admin', one))
  const here = href('/administration/consultations')
  return (
    <ConsoleFrame person={person} here="consultations" title={t('title')} lead={t('lead')}>
      {(await searchParams).fait === 'efface' && (
        <div className="mb-6">
          <Notice tone="success" live="status">
            {t('done.efface')}
          </Notice>
        </div>
      )}
      <ButtonLink href={`${here}/nouvelle`} icon={<Icon name="plus" />}>
        {t('new')}
      </ButtonLink>
      {kept.length === 0 ? (
        <div className="mt-8">
          <EmptyState title={t('empty')} />
        </div>
      ) : (
        <ul className="mt-8 divide-y divide-line border-y border-line">
          {kept.map((one) => (
            <Row key={one.id} one={one} href={`${here}/${one.id}`} />
          ))}
        </ul>
      )}
    </ConsoleFrame>
  )
}

async function Row({ one, href }: { one: Listed; href: string }) {
  const { tenant, locale } = await currentSite()
  const t = await getTranslations('consultations')
  const today = dayIn(tenant.timeZone, new Date())
  const district = tenant.territory.districts.find(({ code }) => code === one.districtCode)
  const where = district ? localized(district.name, locale, tenant) : t('wholeCity')
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 py-4">
      <div className="min-w-60 flex-1">
        <a href={href} dir="auto" className="inline-flex min-h-11 items-center font-bold wrap-anywhere">
          {one.title}
        </a>
        <p className="text-base text-muted">
          {[t(`types.${one.type}`), where, await whenWords(one)].filter(Boolean).join(' · ')}
        </p>
      </div>
      {one.publishedAt ? (
        <ConsultationStatus consultation={one} today={today} />
      ) : (
        <Tag icon={<Icon name="pencil" className="size-4" />}>{t('desk.draft')}</Tag>
      )}
    </li>
  )
}
