import { getTranslations } from 'next-intl/server'
import { FormArea, FormInput } from '@/components/forms/form-fields'
import { answerText } from '@/lib/agir/activities/answers/actions'
import { lengths } from '@/lib/agir/activities/answers/rules'
import { OfferForm } from './offer-form'

type Draft = { id: string; summary: string; body: string; practical: string }

/** What one reads in the list, what one reads on the page, and what to bring. */
export async function TextForm({ draft, isEdit }: { draft: Draft; isEdit?: boolean }) {
  const t = await getTranslations('agirOffer.text')
  return (
    <OfferForm
      action={answerText}
      labels={{ summary: t('summary'), body: t('body'), practical: t('practical') }}
      activityId={draft.id}
      isEdit={isEdit}
    >
      <FormInput
        name="summary"
        label={t('summary')}
        hint={t('summaryHint', lengths.summary)}
        value={draft.summary}
        maxLength={lengths.summary.max}
        required
        autoComplete="off"
      />
      <FormArea
        name="body"
        label={t('body')}
        hint={t('bodyHint', lengths.body)}
        value={draft.body}
        rows={10}
        required
      />
      <FormArea
        name="practical"
        label={t('practical')}
        optional={t('optional')}
        hint={t('practicalHint')}
        value={draft.practical}
        rows={4}
      />
    </OfferForm>
  )
}
