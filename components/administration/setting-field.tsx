import { getLocale, getTranslations } from 'next-intl/server'
import {
  FormArea,
  FormFile,
  FormInput,
  FormRadios,
  FormSelect,
  FormTick,
} from '@/components/forms/form-fields'
import { ownNames } from '@/lib/i18n/own-names'
import type { Field } from '@/lib/tenancy/drafts/fields/rules'
import { valueOf } from '@/lib/tenancy/drafts/rules'
import type { Locale, Tenant } from '@/tenants/tenant'
import { ListRows } from './list-rows'
import { Part } from './part'
import { type Say, choicesOf } from './setting-words'
import { ThresholdFields } from './threshold-fields'
import type { FieldProps } from './field-props'
import { DurationFields, RangeFields, TilesFields, WordFields } from './whole-fields'

/** One setting, written as its kind is best written. */
export async function SettingField({ field, settings }: { field: Field; settings: Tenant }) {
  const say = (await getTranslations('settings')) as unknown as Say
  const unit = field.unit ? say(`units.${field.unit}`) : ''
  const label = say(`keys.${field.key}.label`) + (unit ? ` (${unit})` : '')
  const props = {
    field,
    value: valueOf(settings, field.key),
    label,
    hint: say(`keys.${field.key}.help`),
    settings,
    locale: (await getLocale()) as Locale,
    say,
  }
  return <Control {...props} />
}

function Control(props: FieldProps) {
  const { field, value, label, hint, say, settings } = props
  const plain = { name: field.key, label, hint, optional: field.isOptional ? say('optional') : undefined }
  switch (field.kind) {
    case 'tick':
      return <FormTick {...plain} value={value === true ? 'on' : undefined} />
    case 'number':
      return <FormInput {...plain} value={textOf(value)} inputMode="decimal" dir="ltr" className="max-w-48" />
    case 'choice':
      return <FormRadios {...plain} value={textOf(value)} choices={choicesOf(field, say)} />
    case 'zone':
      return <FormSelect {...plain} value={textOf(value)} choices={zones()} />
    case 'lines':
      return <FormArea {...plain} value={(value as string[]).join('\n')} rows={6} />
    case 'position':
      return <FormInput {...plain} value={(value as number[]).join(', ')} dir="ltr" className="max-w-80" />
    case 'colour':
      return <FormInput {...plain} value={textOf(value)} type="color" className="h-14 max-w-32 p-1" />
    case 'localized':
      return <LocalizedFields {...props} />
    case 'several':
      return <Several {...props} chosen={value as string[]} />
    case 'range':
      return <RangeFields {...props} />
    case 'threshold':
      return <ThresholdFields {...props} />
    case 'duration':
      return <DurationFields {...props} />
    case 'tiles':
      return <TilesFields {...props} />
    case 'words':
      return <WordFields {...props} />
    case 'list':
      return <ListRows {...props} />
    case 'districts':
      return (
        <FormFile
          {...plain}
          hint={`${hint} ${say('districtsNow', { count: settings.territory.districts.length })}`}
          accept=".json,.geojson,application/geo+json"
        />
      )
    default:
      return <FormInput {...plain} value={textOf(value)} />
  }
}

const textOf = (value: unknown) => (value === undefined || value === null ? '' : String(value))

function zones() {
  return [...Intl.supportedValuesOf('timeZone'), 'UTC'].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }))
}

/** A text in each language of the city, one under the other. */
export function LocalizedFields({ field, value, label, hint, settings, say }: FieldProps) {
  const texts = (value ?? {}) as Partial<Record<Locale, string>>
  if (settings.locales.length === 1) {
    const only = settings.locales[0]!
    return (
      <FormInput
        name={`${field.key}.${only}`}
        label={label}
        hint={hint}
        value={texts[only] ?? ''}
        optional={field.isOptional ? say('optional') : undefined}
      />
    )
  }
  return (
    <Part label={label} hint={hint} id={field.key}>
      {settings.locales.map((locale) => (
        <FormInput
          key={locale}
          name={`${field.key}.${locale}`}
          label={ownNames[locale]}
          value={texts[locale] ?? ''}
          lang={locale}
        />
      ))}
    </Part>
  )
}

function Several({ field, label, hint, chosen, say }: FieldProps & { chosen: string[] }) {
  return (
    <Part label={label} hint={hint} id={field.key}>
      {choicesOf(field, say).map(({ value, label: text }) => (
        <FormTick
          key={value}
          name={`${field.key}.${value}`}
          label={text}
          value={chosen.includes(value) ? 'on' : undefined}
        />
      ))}
    </Part>
  )
}
