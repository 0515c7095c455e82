import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { TakePart } from '@/components/agir/initiatives/acts'
import { InitiativeFacts } from '@/components/agir/initiatives/initiative-facts'
import { NewsList } from '@/components/agir/news/news-list'
import { Picture } from '@/components/agir/pictures/picture'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import { ReportLink } from '@/components/reports/report-link'
import { ShareLinks } from '@/components/supports/share-links'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { NamedIcon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { Tag } from '@/components/ui/tag'
import { findPublicInitiative } from '@/lib/agir/initiatives/queries'
import { listNewsOf } from '@/lib/agir/news/queries'
import { alternates } from '@/lib/i18n/alternates'
import { localized } from '@/lib/i18n/localized'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }> }

const read = cache(async (slug: string) => {
  const { tenant } = await currentSite()
  return (tenant.modules.agir && (await findPublicInitiative(tenant, slug, new Date()))) || notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, one] = await Promise.all([currentSite(), read((await params).slug)])
  return {
    title: one.title,
    description: one.summary,
    alternates: alternates(site, `/initiatives/${one.slug}`),
    openGraph: { type: 'article', title: one.title, description: one.summary },
  }
}

export default async function InitiativePage({ params }: Props) {
  const [{ tenant, locale, origin }, href, t, one] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirInitiatives'),
    read((await params).slug),
  ])
  const told = await listNewsOf(tenant, { initiativeId: one.id })
  const lang = one.locale === locale ? undefined : one.locale
  const trail = [{ href: href('/initiatives'), text: t('title') }, { text: one.title }]
  const themes = tenant.themes.filter(({ id }) => one.themeIds.includes(id))
  return (
    <article className="shell pt-4 pb-24 lg:grid lg:grid-cols-[minmax(0,42.5rem)_minmax(20rem,1fr)] lg:gap-x-16 lg:pt-8">
      <header>
        <Breadcrumbs label={t('trail')} trail={trail} />
        <h1 lang={lang} dir="auto" className="mt-4 wrap-anywhere">
          {one.title}
        </h1>
        <p lang={lang} dir="auto" className="mt-4 text-lg text-muted">
          {one.summary}
        </p>
        <p className="mt-4 mb-6 flex flex-wrap gap-2">
          {themes.map(({ id, icon, name }) => (
            <Tag key={id} href={href(`/initiatives?theme=${id}`)} icon={<NamedIcon name={icon} />}>
              {localized(name, locale, tenant)}
            </Tag>
          ))}
        </p>
        {one.image && <Picture image={one.image} alt={one.imageAlt} />}
      </header>
      <aside className="mt-8 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0">
        <div className="space-y-6 lg:sticky lg:top-6">
          {one.state === 'active' ? <TakePart id={one.id} /> : <Notice title={t('page.ended')} />}
          <InitiativeFacts one={one} />
        </div>
      </aside>
      <div className="mt-8 space-y-10">
        <div lang={lang}>
          <WrittenText text={one.story} />
        </div>
        <NewsList told={told} title={t('page.news')} namesActivity />
        <Section id="agenda" title={t('page.coming')}>
          {one.coming.length === 0 && <p className="text-muted">{t('page.nothing')}</p>}
          <ul className="grid gap-4">
            {one.coming.map((activity) => (
              <li key={activity.slug} className="flex">
                <ActivityCard activity={activity} />
              </li>
            ))}
          </ul>
        </Section>
        <div className="border-t border-line pt-8" data-screen-only>
          <ShareLinks address={origin + href(`/initiatives/${one.slug}`)} title={one.title} />
          <ReportLink about={`initiative=${one.id}`} />
        </div>
      </div>
    </article>
  )
}
