import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { cache } from 'react'
import { ActivityData } from '@/components/agir/activity/activity-data'
import { ActivityDates } from '@/components/agir/activity/activity-dates'
import { ActivityHead } from '@/components/agir/activity/activity-head'
import { ActivityInstead } from '@/components/agir/activity/activity-instead'
import { ActivityNext } from '@/components/agir/activity/activity-next'
import { ActivityPlace } from '@/components/agir/activity/activity-place'
import { ActivityPractical } from '@/components/agir/activity/activity-practical'
import { ActivitySource } from '@/components/agir/activity/activity-source'
import { HiddenActivity } from '@/components/agir/activity/hidden-activity'
import { AskLink } from '@/components/agir/messages/ask-link'
import { ActivityBridge } from '@/components/agir/bridge/activity-bridge'
import { NewsList } from '@/components/agir/news/news-list'
import { RegistrationPanel } from '@/components/agir/registration/panel'
import { EveryTime } from '@/components/agir/standing/every-time'
import { WithHearts } from '@/components/agir/wishes/with-hearts'
import { Section } from '@/components/ideas/section'
import { WrittenText } from '@/components/ideas/written-text'
import { ReportLink } from '@/components/reports/report-link'
import { ShareLinks } from '@/components/supports/share-links'
import { findPublicActivity } from '@/lib/agir/activities/queries'
import { listIfOff } from '@/lib/agir/finding/instead/queries'
import { listSeries } from '@/lib/agir/standing/queries'
import { findBridgeOfActivity } from '@/lib/agir/bridge/queries'
import { listNewsOf } from '@/lib/agir/news/queries'
import { alternates } from '@/lib/i18n/alternates'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, unknown>> }

const read = cache(async (address: string) => {
  const { tenant } = await currentSite()
  return (await findPublicActivity(tenant, address, new Date())) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, activity, t] = await Promise.all([
    currentSite(),
    read((await params).slug),
    getTranslations('agirActivity'),
  ])
  if (activity.isHidden) return { title: t('hidden.title'), robots: { index: false } }
  const pages = alternates(site, `/activites/${activity.slug ?? activity.id}`)
  return {
    title: activity.title,
    description: activity.summary,
    alternates: pages,
    robots: activity.publication === 'published' ? undefined : { index: false },
    openGraph: {
      type: 'article',
      title: activity.title,
      description: activity.summary,
      ...(activity.image && { images: [`/media/${activity.image}`] }),
    },
  }
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const [{ slug }, { date }] = await Promise.all([params, searchParams])
  const chosen = typeof date === 'string' ? date : undefined
  const [{ tenant, locale, origin }, href, t, activity] = await Promise.all([
    currentSite(),
    currentHref(),
    getTranslations('agirActivity'),
    read(slug),
  ])
  if (activity.mergedInto) redirect(href(`/activites/${activity.mergedInto}`))
  if (activity.slug && activity.slug !== slug) permanentRedirect(href(`/activites/${activity.slug}`))
  if (activity.isHidden) return <HiddenActivity />
  const address = origin + href(`/activites/${slug}`)
  const series = await listSeries(tenant, activity.id)
  return (
    <WithHearts>
      <article className="shell pt-4 pb-24 lg:grid lg:grid-cols-[minmax(0,42.5rem)_minmax(20rem,1fr)] lg:gap-x-16 lg:pt-8">
        <ActivityHead activity={activity} />
        <div className="mt-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:mt-0">
          <div className="space-y-6 lg:sticky lg:top-6">
            <ActivityNext activity={activity} />
            <RegistrationPanel activity={activity} chosen={chosen} />
            <EveryTime {...{ activity, series }} />
            <AskLink activity={activity} />
          </div>
        </div>
        <div className="mt-8 space-y-10">
          {activity.body !== activity.summary && (
            <div lang={activity.locale === locale ? undefined : activity.locale}>
              <WrittenText text={activity.body} />
            </div>
          )}
          {(activity.coming.length > 0 || activity.kind !== 'standing_need') && (
            <Section id="dates" title={t('dates.title', { count: activity.coming.length })}>
              <ActivityDates dates={activity.coming} />
            </Section>
          )}
          <ActivityInstead others={await listIfOff(tenant, activity, new Date())} />
          <ActivityPlace activity={activity} />
          <ActivityPractical activity={activity} />
          <NewsList
            told={await listNewsOf(tenant, { activityId: activity.id })}
            title={(await getTranslations('agirNews'))('title')}
          />
          <ActivityBridge activity={activity} bridge={await findBridgeOfActivity(tenant, activity)} />
          <div className="border-t border-line pt-8" data-screen-only>
            <ShareLinks address={address} title={activity.title} />
            <ReportLink about={`activite=${activity.id}`} />
            <ActivitySource activity={activity} />
          </div>
        </div>
        {activity.publication === 'published' && (
          <ActivityData {...{ activity, series, address }} country={tenant.country} />
        )}
      </article>
    </WithHearts>
  )
}
