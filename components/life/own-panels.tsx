import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Section } from '@/components/author/own-idea-panels'
import { OneButton } from '@/components/author/own-forms'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { WrittenText } from '@/components/ideas/written-text'
import { Fold } from '@/components/ui/fold'
import { Notice } from '@/components/ui/notice'
import { sharedFrom } from '@/lib/ideas/authoring/rules'
import type { OwnIdea } from '@/lib/ideas/authoring/queries'
import { keep } from '@/lib/ideas/carriers/actions'
import { carrierRefusals } from '@/lib/ideas/carriers/rules'
import { answer } from '@/lib/ideas/merges/actions'
import type { MergeRow } from '@/lib/ideas/merges/queries'
import { mergeRefusals } from '@/lib/ideas/merges/rules'
import { currentHref } from '@/lib/tenancy/current-site'
import type { Site } from '@/lib/tenancy/site'
import { refusalWords } from './refusal-words'

type Props = { site: Site; idea: OwnIdea }

/** Leaving a text: at once while it is one's own, otherwise by looking for someone first. Two gestures either way. */
export async function LeavePanel({ site, idea }: Props) {
  const t = await getTranslations('life')
  if (idea.adoptionUntil) return <KeepPanel idea={idea} until={idea.adoptionUntil} />
  if (idea.collection === 'reached' || idea.collection === 'certified')
    return (
      <Section title={t('own.leave.title')}>
        <p>{t('own.leave.acquired')}</p>
      </Section>
    )
  if (idea.collection !== 'open' && idea.collection !== 'suspended') return null
  const isShared = idea.supportCount >= sharedFrom
  const days = site.tenant.ideas.adoptionDays
  return (
    <Section title={t('own.leave.title')}>
      <p>
        {isShared
          ? t('own.leave.shared', { supports: idea.supportCount, days })
          : t('own.leave.alone', { count: sharedFrom })}
      </p>
      <Fold title={t('own.leave.open')}>
        <OneButton site={site} ideaId={idea.id} does="withdraw" danger>
          {isShared ? t('own.leave.submitShared') : t('own.leave.submit')}
        </OneButton>
      </Fold>
    </Section>
  )
}

async function KeepPanel({ idea, until }: { idea: OwnIdea; until: Date }) {
  const [t, format] = [await getTranslations('life'), await getFormatter()]
  const date = format.dateTime(new Date(until.getTime() - 1), { dateStyle: 'long' })
  return (
    <Notice tone="warn" title={t('own.keep.title')}>
      <p>{t('own.keep.text', { date })}</p>
      <ActionForm action={keep} words={await formWords()} refusals={await refusalWords(carrierRefusals)}>
        <input type="hidden" name="ideaId" value={idea.id} />
        <SubmitButton variant="secondary">{t('own.keep.submit')}</SubmitButton>
      </ActionForm>
    </Notice>
  )
}

/** What moderation asks of this idea's carriers: the other text, the reasons, and two answers. */
export async function MergePanels({ ideaId, merges }: { ideaId: string; merges: MergeRow[] }) {
  return (
    <>
      {merges.map((merge) => (
        <MergePanel key={merge.id} ideaId={ideaId} merge={merge} />
      ))}
    </>
  )
}

async function MergePanel({ ideaId, merge }: { ideaId: string; merge: MergeRow }) {
  const [t, format, href] = [await getTranslations('life'), await getFormatter(), await currentHref()]
  const isSource = merge.source.id === ideaId
  const other = isSource ? merge.target : merge.source
  const hasAnswered = isSource ? merge.sourceYesAt : merge.targetYesAt
  const link = (text: ReactNode) => (
    <a href={href(`/idees/${other.slug}`)} dir="auto">
      {text}
    </a>
  )
  return (
    <Notice title={t('own.merges.title')}>
      <p>{t.rich(isSource ? 'own.merges.source' : 'own.merges.target', { title: other.title, link })}</p>
      <p>{t('own.merges.why')}</p>
      <blockquote className="border-s-2 border-line ps-3">
        <WrittenText text={merge.reason} />
      </blockquote>
      <p>{t('own.merges.effect', { date: format.dateTime(merge.silentFrom, { dateStyle: 'long' }) })}</p>
      {hasAnswered ? (
        <p className="font-bold">{t('own.merges.answered')}</p>
      ) : (
        <AnswerForm mergeId={merge.id} />
      )}
    </Notice>
  )
}

async function AnswerForm({ mergeId }: { mergeId: string }) {
  const t = await getTranslations('life')
  return (
    <ActionForm action={answer} words={await formWords()} refusals={await refusalWords(mergeRefusals)}>
      <input type="hidden" name="mergeId" value={mergeId} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="yes">
          {t('own.merges.yes')}
        </SubmitButton>
        <SubmitButton name="answer" value="no" variant="secondary">
          {t('own.merges.no')}
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
