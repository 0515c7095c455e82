import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { WrittenText } from '@/components/ideas/written-text'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { decide, discard, followUp, publish, report } from '@/lib/consultations/actions'
import type { Consultation } from '@/lib/consultations/queries'
import { missingIn, statusOf } from '@/lib/consultations/rules'
import { DeskCancel } from './desk-cancel'
import { Step } from './desk-step'
import { refusalWords } from './words'

/** What comes next for the city: to publish, then to report, to decide and to follow up, each in its turn. */
export async function DeskSteps({ one, today }: { one: Consultation; today: string }) {
  if (!one.publishedAt) return <BeforePublishing one={one} />
  if (one.cancelledOn) return <DeskCancel one={one} />
  const isOver = !['announced', 'open'].includes(statusOf(one, today))
  return (
    <div className="space-y-10">
      <WordsStep step="report" action={report} one={one} said={one.report} isReady={isOver}>
        <Participants value={one.participantCount} />
      </WordsStep>
      <WordsStep
        step="decision"
        action={decide}
        one={one}
        said={one.decision}
        isReady={one.report !== null}
      />
      <WordsStep
        step="followUp"
        action={followUp}
        one={one}
        said={one.followUp}
        isReady={one.decision !== null}
      />
      {!isOver && <DeskCancel one={one} />}
    </div>
  )
}

async function Participants({ value }: { value: number | null }) {
  const t = await getTranslations('consultations.desk.report')
  return (
    <FormInput
      name="participantCount"
      type="number"
      min={0}
      inputMode="numeric"
      label={t('participants')}
      hint={t('participantsHint')}
      value={value === null ? '' : String(value)}
    />
  )
}

async function BeforePublishing({ one }: { one: Consultation }) {
  const t = await getTranslations('consultations.desk')
  const missing = missingIn(one)
  const [words, refusals] = [await formWords(), await refusalWords()]
  return (
    <div className="space-y-10">
      <Step title={t('publish.title')}>
        <p className="text-base text-muted">{t('publish.law')}</p>
        {missing.length > 0 ? (
          <div>
            <p className="font-bold">{t('publish.missing')}</p>
            <ul className="mt-2 list-disc ps-6">
              {missing.map((field) => (
                <li key={field}>
                  <a href={`#${field}`}>{t(`fields.${field}`)}</a>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <ActionForm action={publish} words={words} refusals={refusals}>
            <input type="hidden" name="id" value={one.id} />
            <p className="mb-4">{t('publish.ready')}</p>
            <SubmitButton icon={<Icon name="megaphone" />}>{t('publish.submit')}</SubmitButton>
          </ActionForm>
        )}
      </Step>
      <Step title={t('discard.title')}>
        <ActionForm action={discard} words={words} refusals={refusals}>
          <input type="hidden" name="id" value={one.id} />
          <SubmitButton variant="danger" icon={<Icon name="trash-2" />}>
            {t('discard.submit')}
          </SubmitButton>
        </ActionForm>
      </Step>
    </div>
  )
}

type WordsAction = typeof report | typeof decide

async function WordsStep({
  step,
  action,
  one,
  said,
  isReady,
  children,
}: {
  step: 'report' | 'decision' | 'followUp'
  action: WordsAction
  one: Consultation
  said: string | null
  isReady: boolean
  children?: ReactNode
}) {
  const t = await getTranslations('consultations.desk')
  return (
    <Step title={t(`${step}.title`)}>
      {!isReady ? (
        <p className="text-muted">{t(`${step}.wait`)}</p>
      ) : (
        <>
          {said && <WrittenText text={said} />}
          <Fold title={t(`${step}.submit`)} open={said === null}>
            <ActionForm
              action={action}
              words={await formWords()}
              labels={{ text: t(`${step}.text`), participantCount: t('report.participants') }}
              refusals={await refusalWords()}
              className="space-y-5"
            >
              <input type="hidden" name="id" value={one.id} />
              {children}
              <FormArea
                name="text"
                id={`texte-${step}`}
                label={t(`${step}.text`)}
                value={said ?? ''}
                rows={6}
              />
              <SubmitButton>{t(`${step}.submit`)}</SubmitButton>
            </ActionForm>
          </Fold>
        </>
      )}
    </Step>
  )
}
