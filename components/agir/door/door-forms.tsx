import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { Section } from '@/components/ideas/section'
import { Fold } from '@/components/ui/fold'
import { addSomeone, pause, restAbsent } from '@/lib/agir/attendance/actions'
import { type MarkRefusal, markRefusals } from '@/lib/agir/attendance/rules'

export async function doorRefusals() {
  const t = await getTranslations('agirDay.refusals')
  return Object.fromEntries(markRefusals.map((code) => [code, t(code)])) as Record<MarkRefusal, string>
}

/** Somebody came without having registered. */
export async function ComerForm({ dateId }: { dateId: string }) {
  const t = await getTranslations('agirDay.comer')
  return (
    <Section id="sans-inscription" title={t('title')}>
      <p className="mb-4 text-muted">{t('text')}</p>
      <ActionForm
        action={addSomeone}
        words={await formWords()}
        labels={{ name: t('name'), party: t('party') }}
        refusals={await doorRefusals()}
        done={t('done')}
        className="space-y-4"
      >
        <input type="hidden" name="dateId" value={dateId} />
        <input type="hidden" name="requestId" value={randomUUID()} />
        <FormInput
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          maxLength={60}
          autoComplete="off"
          required
        />
        <div className="max-w-60">
          <FormInput name="party" label={t('party')} value="1" inputMode="numeric" maxLength={2} />
        </div>
        <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
      </ActionForm>
    </Section>
  )
}

/** After the date: whoever was expected and did not come, all at once. */
export async function RestForm({ dateId, count }: { dateId: string; count: number }) {
  const t = await getTranslations('agirDay.rest')
  return (
    <Section id="absences" title={t('title')}>
      <p className="mb-4">{t('text', { count })}</p>
      <ActionForm action={restAbsent} words={await formWords()} refusals={await doorRefusals()}>
        <input type="hidden" name="dateId" value={dateId} />
        <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
      </ActionForm>
    </Section>
  )
}

/** What of a date was no work. */
export async function BreakForm({ dateId, minutes }: { dateId: string; minutes: number }) {
  const t = await getTranslations('agirDay.break')
  return (
    <Fold title={t('title')}>
      <ActionForm
        action={pause}
        words={await formWords()}
        labels={{ breakMinutes: t('label') }}
        refusals={await doorRefusals()}
        done={t('done')}
        className="space-y-4"
      >
        <input type="hidden" name="dateId" value={dateId} />
        <div className="max-w-60">
          <FormInput
            name="breakMinutes"
            label={t('label')}
            hint={t('hint')}
            value={String(minutes)}
            inputMode="numeric"
            maxLength={3}
          />
        </div>
        <SubmitButton variant="secondary">{t('submit')}</SubmitButton>
      </ActionForm>
    </Fold>
  )
}
