import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActivityPreview } from '@/components/agir/offer/activity-preview'
import { ArchiveForm } from '@/components/agir/own/archive-form'
import { EditLinks } from '@/components/agir/own/edit-links'
import { OwnDates } from '@/components/agir/own/own-dates'
import { OwnPanel } from '@/components/agir/own/own-panel'
import { RecentDates } from '@/components/agir/own/recent-dates'
import { OwnStateTag } from '@/components/agir/own/own-state'
import { TellPanel } from '@/components/agir/news/tell-panel'
import { Page } from '@/components/layout/page'
import { AppealPanel } from '@/components/reports/appeal-panel'
import { Statement } from '@/components/reports/statement'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { listOwnDates, listRecentDates } from '@/lib/agir/dates/queries'
import { hasTakenPlace, listNewsWritten } from '@/lib/agir/news/queries'
import { countWaitingHours } from '@/lib/agir/hours/queries'
import { countRequests } from '@/lib/agir/registrations/organising/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { findOpenRequest, findStatement } from '@/lib/moderation/decisions/queries'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirOwn'))('title'), robots: { index: false } }
}

export default async function OwnActivityPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const site = await currentSite()
  const [{ id }, said] = await Promise.all([params, searchParams])
  const [t, href] = await Promise.all([getTranslations('agirOwn'), currentHref()])
  const activity = (await findOwnActivity(site.tenant, id, person.id)) ?? notFound()
  const isPublic = activity.moderation === 'approved' && activity.publication === 'published'
  const hasList = activity.registration === 'instant' || activity.registration === 'approval'
  const isRestricted = activity.moderation === 'rejected' || activity.moderation === 'hidden'
  const statement = isRestricted ? await findStatement(site.tenant, id, person.id) : null
  const request = activity.moderation === 'submitted' ? await findOpenRequest(site.tenant, id) : null
  const back = (
    <a href={href('/mes-activites')} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      {t('back')}
    </a>
  )
  return (
    <Page title={<span dir="auto">{activity.title}</span>} above={back} width="text">
      <div className="space-y-10">
        <OwnStateTag activity={activity} />
        {said.envoyee !== undefined && (
          <Notice tone="success" live="status" title={t(activity.slug ? 'published.title' : 'sent.title')} />
        )}
        {said.range !== undefined && <Notice tone="success" live="status" title={t('archive.done')} />}
        {said.change !== undefined && <Notice tone="success" live="status" title={t('changed')} />}
        {said.garde !== undefined && (
          <Notice tone="success" live="status" title={t(activity.revision ? 'waits' : 'kept')} />
        )}
        {request && (
          <Notice tone="warn" title={t('asked.title')}>
            <p dir="auto" className="whitespace-pre-line">
              {request.text}
            </p>
            <p>{t('asked.text')}</p>
          </Notice>
        )}
        <OwnPanel activity={activity} />
        {statement && (
          <>
            <AppealPanel statement={statement} kind="activity" subjectId={id} />
            <Statement
              statement={statement}
              email={site.tenant.contact.email}
              rulesHref={href(`/regles/${statement.ruleVersion ?? 1}`, 'decider')}
            />
          </>
        )}
        {isPublic && <Dates id={id} hasList={hasList} />}
        {hasList && <Recent id={id} />}
        {activity.moderation === 'approved' && <Told {...activity} />}
        {activity.moderation === 'approved' && <ArchiveForm id={id} isArchived={!isPublic} />}
        {isPublic && <EditLinks activity={activity} />}
        <ActivityPreview site={site} activity={activity} timings={activity.timings} />
      </div>
    </Page>
  )
}

/** The dates before it, with how many wish to come to each. */
async function Dates({ id, hasList }: { id: string; hasList: boolean }) {
  const [{ tenant }, t, href] = await Promise.all([currentSite(), getTranslations('agirOwn'), currentHref()])
  const now = new Date()
  return (
    <section id="dates" aria-labelledby="dates-titre">
      <h2 id="dates-titre" className="mb-4 text-xl">
        {t('dates.title')}
      </h2>
      <OwnDates
        dates={await listOwnDates(tenant, id, now)}
        requests={await countRequests(tenant, id)}
        listHrefOf={hasList ? (date) => href(`/mes-activites/${id}/dates/${date}`) : null}
        hrefOf={(date) => href(`/mes-activites/${id}/dates/${date}/modifier`)}
        now={now}
      />
    </section>
  )
}

/** The dates behind it, and the hours that wait to be confirmed. */
async function Recent({ id }: { id: string }) {
  const { tenant } = await currentSite()
  return (
    <RecentDates
      activityId={id}
      dates={await listRecentDates(tenant, id, new Date())}
      waiting={await countWaitingHours(tenant, id)}
    />
  )
}

/** How it went, once one of its dates has begun. */
async function Told({ id, ideaId }: { id: string; ideaId: string | null }) {
  const [{ tenant }, t] = await Promise.all([currentSite(), getTranslations('agirNews')])
  if (!(await hasTakenPlace(tenant, { activityId: id, now: new Date() }))) return null
  const written = await listNewsWritten(tenant, { activityId: id })
  return <TellPanel kind="activity" {...{ id, written }} note={ideaId ? t('joinsIdea') : undefined} />
}
