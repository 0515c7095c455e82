import { FormInput, FormSelect } from '@/components/forms/form-fields'
import { ownNames } from '@/lib/i18n/own-names'
import type { Rules } from '@/tenants/rules'
import type { Tenant } from '@/tenants/tenant'
import { Part } from './part'
import { WordExamples } from '@/components/words/word-examples'
import { bigMarks, marks, wordTemplates } from '@/lib/i18n/examples'
import type { FieldProps } from './field-props'

export function RangeFields({ field, value, label, hint, say }: FieldProps) {
  const { min, max } = value as { min: number; max: number }
  return (
    <Part label={label} hint={hint} id={field.key}>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormInput
          name={`${field.key}.min`}
          label={say('least')}
          value={String(min)}
          inputMode="numeric"
          dir="ltr"
        />
        <FormInput
          name={`${field.key}.max`}
          label={say('most')}
          value={String(max)}
          inputMode="numeric"
          dir="ltr"
        />
      </div>
    </Part>
  )
}

export function DurationFields({ field, value, label, hint, say }: FieldProps) {
  const duration = value as Rules['duration']
  const unit = 'days' in duration ? 'days' : 'months'
  return (
    <Part label={label} hint={hint} id={field.key}>
      <div className="grid gap-4 sm:grid-cols-[12rem_16rem]">
        <FormInput
          name={`${field.key}.count`}
          label={say('howMany')}
          value={String(Object.values(duration)[0])}
          inputMode="numeric"
          dir="ltr"
        />
        <FormSelect
          name={`${field.key}.unit`}
          label={say('ofWhat')}
          value={unit}
          choices={['months', 'days'].map((one) => ({ value: one, label: say(`units.${one}`) }))}
        />
      </div>
    </Part>
  )
}

export function TilesFields({ field, value, label, hint, say }: FieldProps) {
  const { url = '', attribution = '' } = (value ?? {}) as { url?: string; attribution?: string }
  return (
    <Part label={label} hint={hint} id={field.key}>
      <FormInput name={`${field.key}.url`} label={say('tiles.url')} value={url} dir="ltr" />
      <FormInput name={`${field.key}.attribution`} label={say('tiles.attribution')} value={attribution} />
    </Part>
  )
}

/** The word of the city in each of its languages, with the forms its sentences need. */
export function WordFields({ field, value, label, hint, settings, say }: FieldProps) {
  const words = value as Tenant['words']['idea']
  const forms = ['one', 'other', 'withA', 'withThe'] as const
  const genders = ['feminine', 'masculine', 'neuter'].map((one) => ({
    value: one,
    label: say(`choices.${one}`),
  }))
  return (
    <Part label={label} hint={hint} id={field.key}>
      {settings.locales.map((locale) => (
        <fieldset key={locale} className="rounded-card border border-line p-5">
          <legend className="px-2 font-bold">{ownNames[locale]}</legend>
          <div className="grid gap-4 sm:grid-cols-2">
            {forms.map((form) => (
              <FormInput
                key={form}
                name={`${field.key}.${locale}.${form}`}
                label={say(`word.${form}`)}
                value={words[locale]?.[form] ?? ''}
                lang={locale}
              />
            ))}
            <FormSelect
              name={`${field.key}.${locale}.gender`}
              label={say('word.gender')}
              value={words[locale]?.gender ?? 'neuter'}
              choices={genders}
            />
          </div>
          <WordExamples
            label={say('examples')}
            name={`${field.key}.${locale}`}
            locale={locale}
            templates={wordTemplates(settings, locale)}
            marks={{ small: marks, big: bigMarks }}
            given={words[locale] ?? null}
          />
        </fieldset>
      ))}
    </Part>
  )
}
