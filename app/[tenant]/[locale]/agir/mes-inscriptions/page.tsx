import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { OwnCalendar } from '@/components/agir/registration/own-calendar'
import { OwnList } from '@/components/agir/registration/own-list'
import { StandingList } from '@/components/agir/standing/standing-list'
import { UnansweredList } from '@/components/agir/registration/waiting/unanswered-list'
import { Page } from '@/components/layout/page'
import { Signature } from '@/components/layout/signature'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { findFeed } from '@/lib/agir/registrations/feeds/queries'
import { Icon } from '@/components/ui/icon'
import { listOwn } from '@/lib/agir/registrations/queries'
import { listStanding } from '@/lib/agir/standing/queries'
import { listUnanswered } from '@/lib/agir/registrations/waiting/queries'
import { currentPerson } from '@/lib/auth/current-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agirRegistration.own')
  return { title: t('title'), robots: { index: false } }
}

export default async function MyRegistrationsPage() {
  const [{ tenant, origin }, person, href, t] = await Promise.all([
    currentSite(),
    currentPerson(),
    currentHref(),
    getTranslations('agirRegistration.own'),
  ])
  if (!person) redirect(`${href('/connexion')}?suite=${encodeURIComponent(href('/mes-inscriptions'))}`)
  const [{ coming, past }, feed] = await Promise.all([
    listOwn(tenant, person.id, new Date()),
    findFeed(tenant, person.id),
  ])
  return (
    <Page title={t('title')} lead={t('lead')}>
      <UnansweredList asked={await listUnanswered(tenant, person.id, new Date())} />
      <p className="mb-6">
        <a href={href('/mes-heures')} className="inline-flex min-h-11 items-center gap-2">
          <Icon name="clock" />
          {t('hours')}
        </a>
      </p>
      <StandingList standing={await listStanding(tenant, person.id, new Date())} />
      {coming.length > 0 && <OwnList title={t('coming')} registrations={coming} />}
      {coming.length === 0 && (
        <EmptyState
          title={t('emptyTitle')}
          art={<Signature seed={tenant.theme.seed} className="h-16" />}
          action={<ButtonLink href={href('/activites')}>{t('find')}</ButtonLink>}
        >
          {t('empty')}
        </EmptyState>
      )}
      {past.length > 0 && <OwnList title={t('past')} registrations={past} isPast />}
      <OwnCalendar
        address={feed && origin + href(`/calendrier/${feed.token}.ics`)}
        since={feed?.createdAt ?? null}
        zone={tenant.timeZone}
      />
    </Page>
  )
}
