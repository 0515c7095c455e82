import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { FieldError } from '@/lib/form-state'

export type Written = { seuil: string; duree: string; unite: string }

/** Other values to try; an address that can be kept and sent, nothing is saved. */
export async function TrialForm({
  written,
  errors,
}: {
  written: Written
  errors: Record<string, FieldError>
}) {
  const t = await getTranslations('workshop')
  const e = (await getTranslations('errors')) as unknown as (code: string, values: object) => string
  const errorOf = (name: string) => errors[name] && e(errors[name].code, errors[name])
  return (
    <form method="get" className="rounded-card border border-line bg-tint p-5 md:p-6">
      <fieldset>
        <legend className="sr-only">{t('try')}</legend>
        <p className="font-bold">{t('try')}</p>
        <p className="mt-1 mb-4 text-muted">{t('tryHint')}</p>
        <div className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <TextInput
            name="seuil"
            label={t('threshold')}
            inputMode="numeric"
            defaultValue={written.seuil}
            error={errorOf('seuil')}
            dir="ltr"
          />
          <TextInput
            name="duree"
            label={t('duration')}
            inputMode="numeric"
            defaultValue={written.duree}
            error={errorOf('duree')}
            dir="ltr"
          />
          <Select
            name="unite"
            label={t('unit')}
            defaultValue={written.unite}
            error={errorOf('unite')}
            choices={[
              { value: 'mois', label: t('unitMonths') },
              { value: 'jours', label: t('unitDays') },
            ]}
          />
          <Button type="submit">{t('go')}</Button>
        </div>
      </fieldset>
    </form>
  )
}
