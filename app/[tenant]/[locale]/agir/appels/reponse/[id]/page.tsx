import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Announced } from '@/components/agir/calls/announcing'
import { AnswerForms } from '@/components/agir/calls/answer-forms'
import { Because } from '@/components/agir/calls/because'
import { whenWords } from '@/components/agir/volunteers/words'
import { Section } from '@/components/ideas/section'
import { Page } from '@/components/layout/page'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { findAsked } from '@/lib/agir/calls/answering/queries'
import { currentPerson } from '@/lib/auth/current-person'
import { currentSite } from '@/lib/tenancy/current-site'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> }

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations('agirCalls'))('title'),
    robots: { index: false },
    referrer: 'no-referrer',
  }
}

/** From the letter: what is needed and why you, and three answers. Opening it answers nothing. */
export default async function AnswerPage({ params, searchParams }: Props) {
  const [{ tenant }, { id }, said, person] = await Promise.all([
    currentSite(),
    params,
    searchParams,
    currentPerson(),
  ])
  const token = typeof said.jeton === 'string' ? said.jeton : undefined
  const asked = (await findAsked(tenant, { answerId: id, personId: person?.id ?? null, token })) ?? notFound()
  const [t, when] = await Promise.all([getTranslations('agirCalls'), whenWords()])
  const { call, state, organisation } = asked
  const isOpen = !call.closedAt && call.expiresAt > new Date()
  return (
    <Page title={<span dir="auto">{call.title}</span>} lead={when(call)} width="text">
      <div className="space-y-8">
        {state !== 'asked' && (
          <Notice
            tone={state === 'coming' ? 'success' : 'info'}
            live="status"
            title={t(`answer.states.${state}`)}
          >
            {t(`answer.statesText.${state}`)}
          </Notice>
        )}
        {asked.announcements.length > 0 && (
          <Section id="annonces" title={t('announce.of')}>
            <Announced announcements={asked.announcements} />
          </Section>
        )}
        {!isOpen && <Notice title={t('answer.over')} />}
        <div>
          <p className="text-muted">{t('answer.by', { name: organisation ?? t('city') })}</p>
          <p dir="auto" className="mt-2 font-bold">
            {call.meeting}
          </p>
          <p dir="auto" lang={call.locale} className="mt-2 whitespace-pre-line wrap-anywhere">
            {call.body}
          </p>
        </div>
        <div>
          <h2 className="text-xl md:text-xl">{t('because.title')}</h2>
          <Because because={asked.because} />
        </div>
        <Card>
          <h2 className="mb-3 text-xl md:text-xl">
            {t(state === 'asked' && isOpen ? 'answer.states.asked' : `answer.states.${state}`)}
          </h2>
          {state === 'asked' && isOpen && <p className="mb-4">{t('answer.statesText.asked')}</p>}
          <AnswerForms asked={asked} token={token} isOpen={isOpen} />
        </Card>
      </div>
    </Page>
  )
}
