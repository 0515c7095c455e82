import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConsultationStatus } from '@/components/consultations/status-tag'
import { whenWords } from '@/components/consultations/when'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { dayIn } from '@/lib/consultations/rules'
import { adopt } from '@/lib/ideas/carriers/actions'
import { carrierRefusals } from '@/lib/ideas/carriers/rules'
import { answerVoice } from '@/lib/ideas/merges/actions'
import { voiceRefusals } from '@/lib/ideas/merges/rules'
import type { PublicIdea } from '@/lib/ideas/queries'
import { continuationOf } from '@/lib/ideas/timeline/rules'
import { currentHref, currentSite } from '@/lib/tenancy/current-site'
import { hasConsultations } from '@/lib/tenancy/site'
import { refusalWords } from './refusal-words'

type Props = { idea: PublicIdea; now: Date }

/** What a reader must know before the text because of how this idea lives: it moved, waits, or needs somebody. */
export async function LifeStanding({ idea, now }: Props) {
  const [t, href, { tenant }] = await Promise.all([getTranslations('life'), currentHref(), currentSite()])
  const continuation = continuationOf(idea.entries)
  const isThere = hasConsultations(tenant) || !continuation?.url.startsWith('/consultations/')
  const goesOn = isThere ? continuation : null
  const isSeeking = idea.publication === 'published' && idea.adoptionUntil && idea.adoptionUntil > now
  return (
    <>
      {idea.lineage?.into && <Merged idea={idea} into={idea.lineage.into} />}
      {isSeeking && <Seeking idea={idea} until={idea.adoptionUntil!} />}
      {idea.publication === 'published' && idea.collection === 'suspended' && (
        <Notice tone="warn" title={t('suspended.title')}>
          {t('suspended.text')}
        </Notice>
      )}
      {goesOn && (
        <Notice tone="success" title={t('goesOn.title')}>
          <p>{t('goesOn.text')}</p>
          <p>
            <a
              href={goesOn.url.startsWith('/') ? href(goesOn.url) : goesOn.url}
              className="inline-flex min-h-11 items-center gap-2 font-bold"
              dir="auto"
            >
              {goesOn.into}
              <Icon name="arrow-right" className="rtl:rotate-180" />
            </a>
          </p>
          {idea.continued && <Continued days={idea.continued} now={now} />}
        </Notice>
      )}
      {idea.takenUpAt && idea.collection === 'open' && <Notice>{t('takenUp')}</Notice>}
    </>
  )
}

/** How far it has come there, as its own page says. */
async function Continued({ days, now }: { days: NonNullable<PublicIdea['continued']>; now: Date }) {
  const [{ tenant }, when] = await Promise.all([currentSite(), whenWords(days)])
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <ConsultationStatus consultation={days} today={dayIn(tenant.timeZone, now)} />
      {when}
    </p>
  )
}

async function Seeking({ idea, until }: { idea: PublicIdea; until: Date }) {
  const [t, r, format] = [await getTranslations('life'), await getTranslations('rules'), await getFormatter()]
  const timeZone = idea.timeZone ?? undefined
  const date = format.dateTime(new Date(until.getTime() - 1), { dateStyle: 'long', timeZone })
  return (
    <Notice tone="warn" title={t('seeking.title')}>
      <p>{t('seeking.text', { date })}</p>
      <ActionForm action={adopt} words={await formWords()} refusals={await refusalWords(carrierRefusals)}>
        <input type="hidden" name="ideaId" value={idea.id} />
        <SubmitButton variant="secondary" icon={<Icon name="hand-heart" />}>
          {t('seeking.adopt')}
        </SubmitButton>
      </ActionForm>
      {idea.rules && (
        <p className="text-base text-muted">
          {t('seeking.needs', { level: r(`assurances.${idea.rules.adoptionAssurance}`) })}
        </p>
      )}
    </Notice>
  )
}

async function Merged({
  idea,
  into,
}: {
  idea: PublicIdea
  into: NonNullable<NonNullable<PublicIdea['lineage']>['into']>
}) {
  const [t, format, href] = [await getTranslations('life'), await getFormatter(), await currentHref()]
  const { title, slug } = into.last
  const link = (text: ReactNode) => (
    <a href={href(`/idees/${slug}`)} dir="auto">
      {text}
    </a>
  )
  const timeZone = idea.timeZone ?? undefined
  const lastDay = into.answersUntil && new Date(into.answersUntil.getTime() - 1)
  return (
    <Notice title={t('merged.title')}>
      <p>{t.rich('merged.text', { title, link })}</p>
      {into.asks && lastDay ? (
        <>
          <p>{t('merged.ask', { date: format.dateTime(lastDay, { dateStyle: 'long', timeZone }) })}</p>
          <VoiceForm ideaId={idea.id} />
          <p className="text-base text-muted">{t('merged.secret')}</p>
        </>
      ) : (
        <p>{t('merged.over')}</p>
      )}
    </Notice>
  )
}

/** One press each; whoever is not signed in is taken to the door and back. */
async function VoiceForm({ ideaId }: { ideaId: string }) {
  const t = await getTranslations('life')
  return (
    <ActionForm
      action={answerVoice}
      words={await formWords()}
      refusals={await refusalWords(voiceRefusals)}
      done={t('merged.carried')}
      className="space-y-3"
    >
      <input type="hidden" name="ideaId" value={ideaId} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="yes">
          {t('merged.yes')}
        </SubmitButton>
        <SubmitButton name="answer" value="no" variant="secondary">
          {t('merged.no')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
