import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dateWords } from '@/components/agir/dates/date-words'
import { DateChanges } from '@/components/agir/own/date-changes'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { listOwnDates } from '@/lib/agir/dates/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirChange'))('title'), robots: { index: false } }
}

/** What becomes of one date: another time, another place, from afar, later, or not at all. */
export default async function ChangeDatePage({ params }: { params: Promise<{ id: string; date: string }> }) {
  const person = await requirePerson()
  const [{ tenant }, { id, date: asked }] = await Promise.all([currentSite(), params])
  const activity = (await findOwnActivity(tenant, id, person.id)) ?? notFound()
  const dates = await listOwnDates(tenant, activity.id, new Date())
  const date = dates.find((one) => one.id === asked && one.state !== 'cancelled') ?? notFound()
  const [t, href, words] = await Promise.all([getTranslations('agirChange'), currentHref(), dateWords()])
  const back = (
    <a href={href(`/mes-activites/${id}#dates`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{activity.title}</span>
    </a>
  )
  const isSeries = dates.some((one) => one.id !== date.id && one.scheduleId === date.scheduleId)
  return (
    <Page title={t('title')} lead={words.whole(date)} above={back} width="text">
      <DateChanges date={date} activity={activity} isSeries={isSeries} />
    </Page>
  )
}
