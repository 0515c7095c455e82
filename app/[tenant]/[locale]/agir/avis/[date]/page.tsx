import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dateWords } from '@/components/agir/dates/date-words'
import { FeedbackForm } from '@/components/agir/feedback/feedback-form'
import { Page } from '@/components/layout/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findOwnFeedback, findThanked, findUnnoted } from '@/lib/agir/feedback/queries'
import { sayRefusal } from '@/lib/agir/feedback/rules'
import { currentPerson } from '@/lib/auth/current-person'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ date: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('agirFeedback'))('title'), robots: { index: false } }
}

/** Where a letter of thanks leads. Whoever has no account any more is told plainly what became of what they said. */
export default async function FeedbackPage({ params, searchParams }: Props) {
  const [{ tenant }, { date: id }, { fait }] = await Promise.all([currentSite(), params, searchParams])
  const date = (await findThanked(tenant, id)) ?? notFound()
  const [t, words, person] = [await getTranslations('agirFeedback'), await dateWords(), await currentPerson()]
  const own = person && (await findOwnFeedback(tenant, id, person.id))
  const refusal = own && sayRefusal(own, new Date())
  return (
    <Page title={t('title')} lead={t('lead')} width="text">
      <p className="mb-6">
        <strong dir="auto">{date.title}</strong>, {words.whole(date)}
      </p>
      {fait !== undefined && own && (
        <div id="fait" className="mb-8 scroll-mt-6">
          <Notice tone="success" live="status" title={t(own.said ? 'done' : 'access.done')} />
        </div>
      )}
      {!person && <SignedOut date={id} />}
      {person && !own && <NotThere date={date} personId={person.id} />}
      {own && refusal && <Notice title={t(`refusals.${refusal}`)} />}
      {own && !refusal && <FeedbackForm dateId={id} said={own.said} access={own.access} />}
    </Page>
  )
}

type Thanked = NonNullable<Awaited<ReturnType<typeof findThanked>>>

/** Whoever was there after all says so to those who organise: about the place they held, or as a question. */
async function NotThere({ date, personId }: { date: Thanked; personId: string }) {
  const [{ tenant }, t, href] = await Promise.all([
    currentSite(),
    getTranslations('agirFeedback'),
    currentHref(),
  ])
  const heldId = await findUnnoted(tenant, date.id, personId)
  const about = heldId ? `inscription=${heldId}` : `activite=${date.activityId}`
  return (
    <Notice title={t('notThere')}>
      <p>{t('notThereText')}</p>
      {date.hasOrganiser && (
        <ButtonLink href={href(`/messages/nouveau?${about}`)}>{t('tellThem')}</ButtonLink>
      )}
    </Notice>
  )
}

async function SignedOut({ date }: { date: string }) {
  const [t, href] = [await getTranslations('agirFeedback'), await currentHref()]
  const back = encodeURIComponent(href(`/avis/${date}`))
  return (
    <Notice title={t('signedOut')}>
      <p>{t('deleted')}</p>
      <ButtonLink href={`${href('/connexion')}?suite=${back}`}>{t('signIn')}</ButtonLink>
    </Notice>
  )
}
