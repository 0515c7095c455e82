import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { ConsultationDocuments, ConsultationFacts } from '@/components/consultations/consultation-facts'
import { ConsultationHistory } from '@/components/consultations/consultation-history'
import { ConsultationLife } from '@/components/consultations/consultation-life'
import { ConsultationStatus } from '@/components/consultations/status-tag'
import { dayWords } from '@/components/consultations/when'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import { FollowHere } from '@/components/notifications/follow-here'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Icon, NamedIcon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { listHistory } from '@/lib/consultations/history/queries'
import { type Consultation, findConsultation } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

const read = cache(async (slug: string) => {
  const { tenant } = await currentSite()
  return (await findConsultation(tenant, slug)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, one] = await Promise.all([currentSite(), read((await params).slug)])
  return {
    title: one.title,
    description: one.summary,
    alternates: alternates(site, `/consultations/${one.slug}`),
  }
}

export default async function ConsultationPage({ params }: Props) {
  const { slug } = await params
  const [site, href, t, one] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('consultations'),
    read(slug),
  ])
  if (one.slug !== slug) permanentRedirect(href(`/consultations/${one.slug}`))
  const { tenant, locale } = site
  const today = dayIn(tenant.timeZone, new Date())
  const [followed, episodes] = await Promise.all([
    getTranslations('notifications.followed'),
    listHistory(tenant, one.id),
  ])
  const follows = {
    themes: one.themeId ? [one.themeId] : [],
    districts: one.districtCode ? [one.districtCode] : [],
    near: null,
  }
  const lang = one.locale === locale ? undefined : one.locale
  return (
    <article className="shell pt-4 pb-24 lg:grid lg:grid-cols-[minmax(0,42.5rem)_minmax(20rem,1fr)] lg:gap-x-16 lg:pt-8">
      <Head one={one} today={today} />
      <div className="mt-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0">
        <div className="space-y-6 lg:sticky lg:top-6">
          <ConsultationFacts one={one} today={today} />
          <div>
            <h2 className="mb-3 text-lg md:text-lg">{t('one.follow')}</h2>
            <FollowHere
              filters={follows}
              site={site}
              also={[{ name: followed('thisConsultation'), fields: { kind: 'consultation', value: one.id } }]}
            />
            {!one.cancelledOn && (
              <a
                href={href(`/consultations/${one.slug}/agenda.ics`)}
                className="inline-flex min-h-11 items-center gap-2 text-base"
              >
                <Icon name="calendar" />
                {t('one.toCalendar')}
              </a>
            )}
          </div>
        </div>
      </div>
      <div className="mt-8 space-y-10" lang={lang}>
        <div className="rounded-card border-s-4 border-action bg-tint p-5">
          <h2 className="mb-2 text-lg md:text-lg">{t('one.summary')}</h2>
          <WrittenText text={one.summary} />
        </div>
        <Section id="possible" title={t('one.undecided')}>
          <WrittenText text={one.undecided} />
        </Section>
        <Section id="acquis" title={t('one.decided')}>
          <WrittenText text={one.decided} />
        </Section>
        <Section id="participer" title={t('one.modalities')}>
          <WrittenText text={one.modalities} />
        </Section>
        <Section id="documents" title={t('one.documents')}>
          <ConsultationDocuments documents={one.documents} />
        </Section>
        <Section id="etapes" title={t('one.life')}>
          <ConsultationLife one={one} today={today} />
        </Section>
        <Section id="historique" title={t('one.history')}>
          <ConsultationHistory episodes={episodes} />
        </Section>
      </div>
    </article>
  )
}

async function Cancelled({ one: { cancelledOn, cancelReason } }: { one: Consultation }) {
  if (!cancelledOn) return null
  const [t, dayOf] = await Promise.all([getTranslations('consultations.one'), dayWords()])
  return (
    <div className="mt-6">
      <Notice tone="danger" title={t('cancelled')}>
        <p>{t('cancelledOn', { day: dayOf(cancelledOn) })}</p>
        <WrittenText text={cancelReason ?? ''} />
      </Notice>
    </div>
  )
}

async function Head({ one, today }: { one: Consultation; today: string }) {
  const { tenant, locale } = await currentSite()
  const [t, ideas, href] = await Promise.all([
    getTranslations('consultations'),
    getTranslations('ideas'),
    currentHref(),
  ])
  const theme = tenant.themes.find(({ id }) => id === one.themeId)
  return (
    <header>
      <Breadcrumbs
        label={ideas('trail')}
        trail={[
          { href: href('/'), text: ideas('home') },
          { href: href('/consultations'), text: t('title') },
        ]}
      />
      <h1 dir="auto" lang={one.locale === locale ? undefined : one.locale} className="mt-4">
        {one.title}
      </h1>
      <ul className="mt-4 flex flex-wrap items-center gap-2">
        <li>
          <ConsultationStatus consultation={one} today={today} />
        </li>
        <li>
          <Tag>{t(`types.${one.type}`)}</Tag>
        </li>
        {theme && (
          <li>
            <Tag icon={<NamedIcon name={theme.icon} />}>{localized(theme.name, locale, tenant)}</Tag>
          </li>
        )}
      </ul>
      <Cancelled one={one} />
    </header>
  )
}
