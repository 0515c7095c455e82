import { getTranslations } from 'next-intl/server'
import { FormArea } from '@/components/forms/form-fields'

/** Why a date changes, in words that everyone will read. */
export async function Reason({ id, optional }: { id: string; optional?: boolean }) {
  const t = await getTranslations('agirChange')
  return (
    <FormArea
      name="reason"
      id={id}
      label={t('reason')}
      hint={t('reasonHint')}
      optional={optional ? t('optional') : undefined}
      rows={2}
      maxLength={300}
      required={!optional}
    />
  )
}
