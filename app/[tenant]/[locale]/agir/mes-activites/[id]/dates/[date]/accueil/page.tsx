import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { DateLead } from '@/components/agir/dates/date-lead'
import { BreakForm, ComerForm, RestForm } from '@/components/agir/door/door-forms'
import { DoorPanel } from '@/components/agir/door/door-panel'
import { FeedbackList } from '@/components/agir/feedback/feedback-list'
import { HoursOfDatePanel } from '@/components/agir/hours/hours-of-date'
import { Page } from '@/components/layout/page'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { findOwnActivity } from '@/lib/agir/activities/own/queries'
import { type Door, findDoor } from '@/lib/agir/attendance/queries'
import { codeTyped, markingFrom, markingRefusal } from '@/lib/agir/attendance/rules'
import { listFeedback } from '@/lib/agir/feedback/queries'
import { listHoursOfDate } from '@/lib/agir/hours/queries'
import { creditsHours } from '@/lib/agir/hours/rules'
import { requirePerson } from '@/lib/auth/require-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = {
  params: Promise<{ id: string; date: string }>
  searchParams: Promise<Record<string, unknown>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirDay'))('title'), robots: { index: false } }
}

/** At the door of a date, on a phone: who is here. Afterwards: who was, and for how long. */
export default async function DoorPage({ params, searchParams }: Props) {
  const person = await requirePerson()
  const [{ tenant, locale }, { id, date }, said] = await Promise.all([currentSite(), params, searchParams])
  const activity = (await findOwnActivity(tenant, id, person.id)) ?? notFound()
  const door = (await findDoor(tenant, { activityId: activity.id, dateId: date })) ?? notFound()
  const [t, href] = await Promise.all([getTranslations('agirDay'), currentHref()])
  const now = new Date()
  const refusal = markingRefusal(door, now)
  const expected = door.rows.filter(({ state }) => state === 'confirmed').length
  const helps = creditsHours(activity)
  const fact = (['rest', 'hours'] as const).find((one) => one === said.fait)
  const asked = typeof said.code === 'string' ? (codeTyped(said.code) ?? said.code.slice(0, 60)) : ''
  const back = (
    <a href={href(`/mes-activites/${id}/dates/${date}`)} className="inline-flex min-h-11 items-center gap-2">
      <Icon name="arrow-left" />
      <span dir="auto">{activity.title}</span>
    </a>
  )
  return (
    <Page title={t('title')} lead={<DateLead date={door} />} above={back} width="text">
      <div className="space-y-8">
        {fact && (
          <div id="fait" className="scroll-mt-6">
            <Notice tone="success" live="status" title={t(`done.${fact}`)} />
          </div>
        )}
        {refusal ? <Closed refusal={refusal} door={door} /> : <DoorPanel {...{ door, asked, locale }} />}
        <div className="space-y-8" data-screen-only>
          {!refusal && door.endsAt <= now && expected > 0 && <RestForm dateId={door.id} count={expected} />}
          {!refusal && <ComerForm dateId={door.id} />}
          {helps && !refusal && <BreakForm dateId={door.id} minutes={door.breakMinutes} />}
          {helps && (
            <HoursOfDatePanel
              dateId={door.id}
              personId={person.id}
              lines={await listHoursOfDate(tenant, door.id)}
            />
          )}
          <FeedbackList given={await listFeedback(tenant, door.id)} />
        </div>
      </div>
    </Page>
  )
}

async function Closed({
  refusal,
  door,
}: {
  refusal: NonNullable<ReturnType<typeof markingRefusal>>
  door: Door
}) {
  const [t, format] = await Promise.all([getTranslations('agirDay'), getFormatter()])
  const opens = format.dateTime(markingFrom(door), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: door.zone,
  })
  if (refusal === 'too_early') return <Notice title={t('opens', { moment: opens })}>{t('opensText')}</Notice>
  return <Notice title={t(`refusals.${refusal}`)} />
}
