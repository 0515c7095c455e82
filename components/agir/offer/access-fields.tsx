import { getTranslations } from 'next-intl/server'
import { FormInput, FormSelect } from '@/components/forms/form-fields'
import { Fold } from '@/components/ui/fold'
import { lengths } from '@/lib/agir/activities/answers/rules'
import { type Accessibility, accessNeeds } from '@/lib/agir/activities/rules'

/** For whom the place is: yes, no, or nobody knows, which is said as well. */
export async function AccessFields({
  accessibility,
  note,
}: {
  accessibility: Accessibility
  note: string | null
}) {
  const t = await getTranslations('agirOffer.access')
  const answers = [
    { value: 'yes', label: t('yes') },
    { value: 'no', label: t('no') },
  ]
  return (
    <Fold title={t('title')} open={Object.keys(accessibility).length > 0}>
      <p className="mb-4 text-muted">{t('why')}</p>
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        {accessNeeds.map((need) => (
          <FormSelect
            key={need}
            name={`access_${need}`}
            label={t(`needs.${need}`)}
            empty={t('unknown')}
            value={accessibility[need]}
            choices={answers}
          />
        ))}
      </div>
      <div className="mt-4">
        <FormInput
          name="accessNote"
          label={t('note')}
          hint={t('noteHint')}
          maxLength={lengths.accessNote.max}
          value={note ?? undefined}
        />
      </div>
    </Fold>
  )
}
