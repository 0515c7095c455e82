import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, FormInput, FormRadios, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { discard, propose, publish, schedule, settle, takeBack } from '@/lib/tenancy/drafts/actions'
import type { Review } from '@/lib/tenancy/drafts/review/queries'
import { refusalWords } from './refusal-words'
import type { Say } from './setting-words'
import { ValueWords } from './value-words'

type Act = 'publish' | 'propose' | 'takeBack' | 'discard'
const actions = { publish, propose, takeBack, discard }

/** One thing to do with a draft; publishing and proposing take the reason that the public reads when rules change. */
export async function DraftForm({
  act,
  review,
}: {
  act: Act
  review: Pick<Review, 'draft' | 'changesRules'>
}) {
  const t = await getTranslations('settings')
  const { draft, changesRules } = review
  const asks = act === 'publish' || act === 'propose'
  return (
    <ActionForm
      action={actions[act]}
      words={await formWords()}
      labels={{ reason: t('reason') }}
      refusals={await refusalWords()}
      className="space-y-4"
    >
      <Which draft={draft} />
      {asks && changesRules && (
        <FormArea
          id={`${act}-reason`}
          name="reason"
          label={t('reason')}
          hint={t('reasonHelp')}
          value={draft.reason ?? ''}
          rows={3}
        />
      )}
      <SubmitButton variant={act === 'publish' || act === 'propose' ? 'primary' : 'secondary'}>
        {t(`acts.${act}`)}
      </SubmitButton>
    </ActionForm>
  )
}

export async function ScheduleForm({ review: { draft, changesRules } }: { review: Review }) {
  const t = await getTranslations('settings')
  return (
    <ActionForm
      action={schedule}
      words={await formWords()}
      labels={{ day: t('day'), hour: t('hour'), reason: t('reason') }}
      refusals={await refusalWords()}
      className="space-y-4"
    >
      <Which draft={draft} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormInput name="day" label={t('day')} type="date" />
        <FormInput name="hour" label={t('hour')} type="time" value="08:00" />
      </div>
      {changesRules && (
        <FormArea
          id="schedule-reason"
          name="reason"
          label={t('reason')}
          hint={t('reasonHelp')}
          value={draft.reason ?? ''}
          rows={3}
        />
      )}
      <SubmitButton variant="secondary">{t('acts.schedule')}</SubmitButton>
    </ActionForm>
  )
}

/** Where the draft and a later version disagree: both values, and one to choose. */
export async function SettleForm({ review: { draft, conflicts } }: { review: Review }) {
  const t = await getTranslations('settings')
  const say = t as unknown as Say
  return (
    <ActionForm
      action={settle}
      words={await formWords()}
      refusals={await refusalWords()}
      className="space-y-6"
    >
      <Which draft={draft} />
      {conflicts.map(({ key, mine, theirs }) => (
        <FormRadios
          key={key}
          name={key}
          label={say(`keys.${key}.label`)}
          value="theirs"
          choices={[
            { value: 'theirs', label: t('theirs'), hint: <ValueWords at={key} value={theirs} /> },
            { value: 'mine', label: t('mine'), hint: <ValueWords at={key} value={mine} /> },
          ]}
        />
      ))}
      <SubmitButton>{t('acts.settle')}</SubmitButton>
    </ActionForm>
  )
}

function Which({ draft }: { draft: { id: string; rowVersion: number } }) {
  return (
    <>
      <input type="hidden" name="draftId" value={draft.id} />
      <input type="hidden" name="rowVersion" value={draft.rowVersion} />
    </>
  )
}
