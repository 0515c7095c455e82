import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AnnouncePanel } from '@/components/agir/announcing/announce-panel'
import { DateStateTag } from '@/components/agir/dates/date-state'
import { DateLead } from '@/components/agir/dates/date-lead'
import { DateListPanel } from '@/components/agir/organising/date-list'
import { ExcludedList } from '@/components/agir/organising/exclude-forms'
import { ListFigures } from '@/components/agir/organising/list-figures'
import { TakeList } from '@/components/agir/organising/take-list'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { markingRefusal } from '@/lib/agir/attendance/rules'
import { listAnnouncements } from '@/lib/agir/announcements/queries'
import { listPhones } from '@/lib/agir/companions/queries'
import { listExcluded } from '@/lib/agir/registrations/exclusions/queries'
import { findDateList } from '@/lib/agir/registrations/organising/queries'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ id: string; date: string }>
  searchParams: Promise<Record<string, unknown>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirList'))('title'), robots: { index: false } }
}

/** Who comes to one date, who asks to, who waits: for who organises it. */
export default async function DateListPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant }, { id, date }, said] = await Promise.all([currentSite(), params, searchParams])
  const activity = (await findOwnActivity(tenant, id, person.id)) ?? notFound()
  const list = (await findDateList(tenant, { activityId: activity.id, dateId: date })) ?? notFound()
  const [t, door, href, excluded] = await Promise.all([
    getTranslations('agirList'),
    getTranslations('agirDay'),
    currentHref(),
    listExcluded(tenant, activity.id),
  ])
  const announcements = await listAnnouncements(tenant, { activityId: activity.id, dateId: date })
  const phones = await listPhones(tenant, date)
  const asks = activity.registration === 'approval' || list.askers.some(({ state }) => state === 'pending')
  const isOpen = list.state === 'postponed' || (list.state !== 'cancelled' && list.startsAt > new Date())
  const facts = ['approve', 'wait', 'decline', 'seats', 'roles', 'exclude', 'lift', 'announce'] as const
  const fact = facts.find((one) => one === said.fait)
  const back = (
    <a href={href(`/mes-activites/${id}#dates`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" className="print:hidden" />
      <span dir="auto">{activity.title}</span>
    </a>
  )
  return (
    <Page title={t('title')} lead={<DateLead date={list} />} above={back} width="text">
      <div className="space-y-10">
        <DateStateTag state={list.state} />
        {fact && (
          <div id="fait" className="scroll-mt-6">
            <Notice tone="success" live="status" title={t(`done.${fact}`)} />
          </div>
        )}
        {markingRefusal(list, new Date()) === null && (
          <ButtonLink
            href={href(`/mes-activites/${id}/dates/${date}/accueil`)}
            icon={<Icon name="circle-check" />}
          >
            {door('open')}
          </ButtonLink>
        )}
        <ListFigures positions={list.positions} asks={asks} />
        <div data-screen-only className="empty:hidden">
          <AnnouncePanel dateId={list.id} announcements={announcements} isOpen={isOpen} />
        </div>
        <DateListPanel list={list} asks={asks} isOpen={isOpen} phones={phones} />
        <div data-screen-only className="space-y-10">
          <TakeList
            dateId={list.id}
            page={href(`/mes-activites/${id}/dates/${date}`)}
            isShort={said.erreur === 'raison'}
          />
          <ExcludedList excluded={excluded} activityId={activity.id} dateId={list.id} zone={list.zone} />
        </div>
      </div>
    </Page>
  )
}
