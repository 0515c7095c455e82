import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/forms/action-form'
import { FormArea, SubmitButton } from '@/components/forms/form-fields'
import { formWords } from '@/components/forms/form-words'
import { WrittenText } from '@/components/ideas/written-text'
import { Fold } from '@/components/ui/fold'
import { Icon } from '@/components/ui/icon'
import { cancel } from '@/lib/consultations/actions'
import type { Consultation } from '@/lib/consultations/queries'
import { Step } from './desk-step'
import { dayWords } from './when'
import { refusalWords } from './words'

/** Calls it off while it can be, or says when and why it was. */
export async function DeskCancel({ one }: { one: Consultation }) {
  const [t, dayOf] = await Promise.all([getTranslations('consultations.desk.cancel'), dayWords()])
  return (
    <Step title={t('title')}>
      {one.cancelledOn ? (
        <>
          <p>{t('done', { day: dayOf(one.cancelledOn) })}</p>
          <WrittenText text={one.cancelReason ?? ''} />
        </>
      ) : (
        <>
          <p className="text-base text-muted">{t('lead')}</p>
          <Fold title={t('open')}>
            <ActionForm
              action={cancel}
              words={await formWords()}
              labels={{ reason: t('text') }}
              ids={{ reason: 'raison-annulation' }}
              refusals={await refusalWords()}
              className="space-y-5"
            >
              <input type="hidden" name="id" value={one.id} />
              <FormArea name="reason" id="raison-annulation" label={t('text')} hint={t('hint')} rows={4} />
              <SubmitButton variant="danger" icon={<Icon name="x" />}>
                {t('submit')}
              </SubmitButton>
            </ActionForm>
          </Fold>
        </>
      )}
    </Step>
  )
}
