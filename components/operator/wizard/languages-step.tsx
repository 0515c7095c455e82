import { getTranslations } from 'next-intl/server'
import { FormSelect } from '@/components/forms/form-fields'
import { Checkbox } from '@/components/ui/checkbox'
import { ownNames } from '@/lib/i18n/own-names'
import { answerLanguages } from '@/lib/operator/wizard/actions'
import type { Draft } from '@/lib/operator/wizard/rules'
import { usualZone } from '@/tenants/blueprints/offered'
import { locales } from '@/tenants/tenant'
import { StepFrame } from './step-frame'

export async function LanguagesStep({ draft }: { draft: Draft }) {
  const t = await getTranslations('operator.languages')
  const { locales: chosen = ['fr'], timeZone = usualZone } = draft.answers.languages ?? {}
  const labels = { first: t('first'), others: t('others'), timeZone: t('zone') }
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))
  return (
    <StepFrame draft={draft} action={answerLanguages} labels={labels}>
      <FormSelect
        name="first"
        label={labels.first}
        hint={t('firstHint')}
        choices={locales.map((locale) => ({ value: locale, label: ownNames[locale] }))}
        value={chosen[0]}
      />
      <fieldset>
        <legend className="mb-1 font-bold">{labels.others}</legend>
        {locales.map((locale) => (
          <Checkbox
            key={locale}
            id={`others-${locale}`}
            name="others"
            value={locale}
            label={ownNames[locale]}
            defaultChecked={chosen.slice(1).includes(locale)}
          />
        ))}
      </fieldset>
      <FormSelect name="timeZone" label={labels.timeZone} choices={zones} value={timeZone} />
    </StepFrame>
  )
}
