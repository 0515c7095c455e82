import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { forbidden } from 'next/navigation'
import { ConsoleIndex, type Waiting } from '@/components/administration/console-index'
import { pagesFor } from '@/components/administration/console-pages'
import { ConsoleFrame } from '@/components/administration/frame'
import { SamplesNotice } from '@/components/administration/samples-notice'
import { requirePerson } from '@/lib/auth/require-person'
import { countSamples } from '@/lib/ideas/samples/queries'
import { findPost } from '@/lib/mail/dead/queries'
import { actsAs } from '@/lib/people/rules'
import { currentSite } from '@/lib/tenancy/current-site'
import { listScheduled } from '@/lib/tenancy/drafts/queries'
import { listTickets } from '@/lib/tenancy/help/queries'
import { findMeans } from '@/lib/tenancy/means/queries'
import { findReview } from '@/lib/tenancy/drafts/review/queries'

type Props = { searchParams: Promise<{ fait?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title'), robots: { index: false } }
}

export default async function AdministrationPage({ searchParams }: Props) {
  const person = await requirePerson()
  const { tenant } = await currentSite()
  if (pagesFor(person, tenant).length === 0) forbidden()
  const t = await getTranslations('settings')
  const isAdmin = actsAs(person, 'admin')
  const [{ fait }, samples, waiting] = await Promise.all([
    searchParams,
    isAdmin ? countSamples(tenant) : null,
    isAdmin ? waitingForAdmin() : {},
  ])
  return (
    <ConsoleFrame person={person} title={t('title')} lead={t('lead')}>
      {samples !== null && <SamplesNotice count={samples} isGone={fait === 'exemples'} />}
      <ConsoleIndex person={person} waiting={waiting} />
    </ConsoleFrame>
  )
}

async function waitingForAdmin() {
  const [post, draft, help] = await Promise.all([lettersWaiting(), draftWaiting(), helpWaiting()])
  return { post, draft, help }
}

async function lettersWaiting(): Promise<Waiting[]> {
  const { tenant } = await currentSite()
  const t = await getTranslations('settings')
  const { failedCount } = await findPost(tenant, new Date())
  return failedCount > 0 ? [{ text: t('waiting.letters', { count: failedCount }), tone: 'warn' }] : []
}

async function draftWaiting(): Promise<Waiting[]> {
  const { tenant } = await currentSite()
  const t = await getTranslations('settings')
  const [review, scheduled] = await Promise.all([findReview(tenant), listScheduled(tenant)])
  const waiting: (Waiting | false)[] = [
    review?.draft.status === 'proposed' && { text: t('waiting.proposed'), tone: 'warn' },
    review !== null && {
      text: t('waiting.draft', { count: review.changes.length }),
      tone: 'action',
    },
    scheduled.length > 0 && { text: t('waiting.scheduled', { count: scheduled.length }), tone: 'action' },
    scheduled.some(({ problem }) => problem) && { text: t('waiting.failed'), tone: 'warn' },
  ]
  return waiting.filter((one) => one !== false)
}

async function helpWaiting(): Promise<Waiting[]> {
  const { tenant } = await currentSite()
  const t = await getTranslations('means')
  const count = (await findMeans(tenant, new Date())).uses.filter(({ level }) => level !== 'fine').length
  const answered = (await listTickets(tenant)).filter(({ closedAt, isAnswered }) => !closedAt && isAnswered)
  const waiting: (Waiting | false)[] = [
    answered.length > 0 && { text: t('answered', { count: answered.length }), tone: 'action' },
    count > 0 && { text: t('waiting', { count }), tone: 'warn' },
  ]
  return waiting.filter((one) => one !== false)
}
