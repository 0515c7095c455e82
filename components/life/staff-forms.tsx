import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { mayChange } from '@/lib/ideas/changes/rules'
import { propose } from '@/lib/ideas/merges/actions'
import { mergeRefusals } from '@/lib/ideas/merges/rules'
import type { Axes } from '@/lib/ideas/rules'
import { prolong, resume, suspend, takeUp } from '@/lib/ideas/steering/actions'
import { steeringRefusals } from '@/lib/ideas/steering/rules'
import { refusalWords } from './refusal-words'

type Idea = Axes & { id: string; deadlineAt: Date | null; suspendedAt: Date | null; timeZone: string | null }

/** A card for one act: what it does, the words everyone will read, one button. */
export function ActCard({
  id,
  title,
  text,
  children,
}: {
  id: string
  title: string
  text: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="rounded-card border border-line p-5">
      <h2 id={id} className="text-xl">
        {title}
      </h2>
      <p className="mt-2 mb-4">{text}</p>
      {children}
    </section>
  )
}

export async function MergeForm({ idea, example }: { idea: Idea; example: string }) {
  const t = await getTranslations('life')
  if (!mayChange(idea, 'merge')) return null
  return (
    <ActCard id="fusion" title={t('staff.merge.title')} text={t('staff.merge.text')}>
      <ActionForm
        action={propose}
        words={await formWords()}
        labels={{ other: t('staff.merge.other'), reason: t('staff.merge.reason') }}
        ids={{ reason: 'merge-reason' }}
        refusals={await refusalWords(mergeRefusals)}
        done={t('staff.merge.done')}
        className="space-y-5"
      >
        <input type="hidden" name="ideaId" value={idea.id} />
        <FormInput
          name="other"
          label={t('staff.merge.other')}
          hint={t('staff.merge.otherHint', { example })}
          required
        />
        <FormArea name="reason" id="merge-reason" label={t('staff.merge.reason')} rows={4} required />
        <SubmitButton>{t('staff.merge.submit')}</SubmitButton>
      </ActionForm>
    </ActCard>
  )
}

const worded = { suspend, resume, takeUp } as const
type Worded = keyof typeof worded

/** What an administrator may do to a running collection: give it time, stop it, let it go on. */
export async function TimeForms({ idea }: { idea: Idea }) {
  const format = await getFormatter()
  const day = (at: Date | null) =>
    at ? format.dateTime(at, { dateStyle: 'long', timeZone: idea.timeZone ?? undefined }) : ''
  const lastDay = idea.deadlineAt && new Date(idea.deadlineAt.getTime() - 1)
  return (
    <>
      {mayChange(idea, 'prolong') && <ProlongForm ideaId={idea.id} date={day(lastDay)} />}
      {mayChange(idea, 'suspend') && <WordedForm ideaId={idea.id} does="suspend" date="" />}
      {mayChange(idea, 'resume') && (
        <WordedForm ideaId={idea.id} does="resume" date={day(idea.suspendedAt)} />
      )}
    </>
  )
}

export async function TakeUpForm({ idea }: { idea: Idea }) {
  return mayChange(idea, 'takeUpEarly') ? <WordedForm ideaId={idea.id} does="takeUp" date="" /> : null
}

async function ProlongForm({ ideaId, date }: { ideaId: string; date: string }) {
  const t = await getTranslations('life')
  return (
    <ActCard id="prolong" title={t('staff.prolong.title')} text={t('staff.prolong.text', { date })}>
      <ActionForm
        action={prolong}
        words={await formWords()}
        labels={{ lastDay: t('staff.prolong.day'), text: t('staff.prolong.reason') }}
        ids={{ text: 'prolong-text' }}
        refusals={await refusalWords(steeringRefusals)}
        done={t('staff.prolong.done')}
        className="space-y-5"
      >
        <input type="hidden" name="ideaId" value={ideaId} />
        <FormInput name="lastDay" type="date" label={t('staff.prolong.day')} required />
        <FormArea name="text" id="prolong-text" label={t('staff.prolong.reason')} rows={3} required />
        <SubmitButton variant="secondary">{t('staff.prolong.submit')}</SubmitButton>
      </ActionForm>
    </ActCard>
  )
}

async function WordedForm({ ideaId, does, date }: { ideaId: string; does: Worded; date: string }) {
  const t = await getTranslations('life')
  return (
    <ActCard id={does} title={t(`staff.${does}.title`)} text={t(`staff.${does}.text`, { date })}>
      <ActionForm
        action={worded[does]}
        words={await formWords()}
        labels={{ text: t(`staff.${does}.reason`) }}
        ids={{ text: `${does}-text` }}
        refusals={await refusalWords(steeringRefusals)}
        done={t(`staff.${does}.done`)}
        className="space-y-5"
      >
        <input type="hidden" name="ideaId" value={ideaId} />
        <FormArea name="text" id={`${does}-text`} label={t(`staff.${does}.reason`)} rows={3} required />
        <SubmitButton variant="secondary">{t(`staff.${does}.submit`)}</SubmitButton>
      </ActionForm>
    </ActCard>
  )
}
