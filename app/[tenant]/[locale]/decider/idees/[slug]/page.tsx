import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { IdeaMissions } from '@/components/agir/bridge/idea-missions'
import { Discussion } from '@/components/comments/discussion'
import { IdeaClock } from '@/components/engagements/idea-clock'
import { CityAnswer } from '@/components/examination/city-answer'
import { IdeaData } from '@/components/ideas/idea-data'
import { IdeaHead } from '@/components/ideas/idea-head'
import { IdeaImages } from '@/components/ideas/idea-images'
import { IdeaPlace } from '@/components/ideas/idea-place'
import { IdeaRules } from '@/components/ideas/idea-rules'
import { HiddenIdea, IdeaStanding, RemovedIdea } from '@/components/ideas/idea-standing'
import { IdeaAddenda, IdeaVersions } from '@/components/ideas/idea-texts'
import { IdeaTimeline } from '@/components/ideas/idea-timeline'
import { WrittenText } from '@/components/ideas/written-text'
import { IdeaLineage } from '@/components/life/lineage'
import { LifeStanding } from '@/components/life/standing'
import { ReportLink } from '@/components/reports/report-link'
import { ShareLinks } from '@/components/supports/share-links'
import { SupportPanel } from '@/components/supports/support-panel'
import { findBridgeOfIdea } from '@/lib/agir/bridge/queries'
import { readBeginning } from '@/lib/comments/reading/queries'
import { alternates } from '@/lib/i18n/alternates'
import { findPublicIdea } from '@/lib/ideas/queries'
import { licenceOf } from '@/lib/open-data/licences'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const readIdea = cache(async (address: string) => {
  const { tenant } = await currentSite()
  return (await findPublicIdea(tenant, address)) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  const [site, idea, t] = await Promise.all([currentSite(), readIdea(slug), getTranslations('ideas')])
  if (idea.isHidden)
    return { title: t(idea.removal ? 'removed.title' : 'hidden.title'), robots: { index: false } }
  const description = t('idea.description', { title: idea.title, count: idea.supportCount })
  const path = `/idees/${idea.slug ?? idea.id}`
  const pages = alternates(site, path)
  const image = { url: `${String(pages?.canonical)}/partage.png`, width: 1200, height: 630, alt: idea.title }
  return {
    title: idea.title,
    description,
    alternates: pages,
    robots: idea.publication === 'published' ? undefined : { index: false },
    openGraph: {
      type: 'article',
      title: idea.title,
      description,
      url: String(pages?.canonical),
      images: [image],
    },
    twitter: { card: 'summary_large_image', title: idea.title, description, images: [image] },
  }
}

export default async function IdeaPage({ params, searchParams }: Props) {
  const [{ slug }, { geste }, { tenant, locale, origin }] = await Promise.all([
    params,
    searchParams,
    currentSite(),
  ])
  const reading = readBeginning(tenant, slug)
  // A page that ends before it comes to the discussion leaves nobody to hear that it could not be read.
  reading.catch(() => {})
  const [href, t, idea] = await Promise.all([currentHref(), getTranslations('ideas'), readIdea(slug)])
  if (idea.slug && idea.slug !== slug) permanentRedirect(href(`/idees/${idea.slug}`))
  if (idea.removal) return <RemovedIdea removal={idea.removal} />
  if (idea.isHidden) return <HiddenIdea code={idea.refusalCode} />
  const now = new Date()
  const address = origin + href(`/idees/${slug}`)
  return (
    <article className="shell pt-4 pb-24 lg:grid lg:grid-cols-[minmax(0,42.5rem)_minmax(20rem,1fr)] lg:gap-x-16 lg:pt-8">
      <IdeaHead idea={idea} />
      <div className="mt-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0">
        <div className="lg:sticky lg:top-6">
          {idea.threshold !== null && idea.publication !== 'refused' && (
            <SupportPanel idea={idea} returning={geste === 'soutenir'} />
          )}
        </div>
      </div>
      <div className="mt-8 space-y-10">
        <IdeaStanding idea={idea} />
        <LifeStanding idea={idea} now={now} />
        <IdeaClock {...{ idea, now }} />
        <WrittenText text={idea.body} lang={idea.locale === locale ? undefined : idea.locale} />
        <IdeaImages images={idea.images} />
        {idea.origin && <p className="text-muted">{t('idea.origin', { origin: idea.origin })}</p>}
        <IdeaAddenda idea={idea} />
        <IdeaPlace idea={idea} />
        <CityAnswer idea={idea} />
        <IdeaMissions idea={idea} bridge={await findBridgeOfIdea(tenant, idea.id, now)} />
        <IdeaTimeline {...{ idea, now }} />
        <Discussion {...{ idea, reading }} />
        <IdeaLineage idea={idea} />
        <IdeaRules idea={idea} />
        <IdeaVersions idea={idea} />
        <div className="border-t border-line pt-8" data-screen-only>
          <ShareLinks address={address} title={idea.title} />
          <ReportLink about={`idee=${idea.id}`} />
        </div>
      </div>
      {idea.publication === 'published' && (
        <IdeaData idea={idea} address={address} country={tenant.country} licence={licenceOf(tenant).url} />
      )}
    </article>
  )
}
