import { FormFold, FormInput, FormRadios } from '@/components/forms/form-fields'
import { FoldInside } from '@/components/ui/fold'
import { localized } from '@/lib/i18n/localized'
import type { Rules } from '@/tenants/rules'
import { Part } from './part'
import type { FieldProps } from './field-props'

const side = 'border-s-4 border-line ps-4'

/** A number, fewer in places, or a share of the population: all are there without a script, the choice says which counts. */
export function ThresholdFields(props: FieldProps) {
  const { field, value, label, hint, settings, say } = props
  const threshold = value as Rules['threshold']
  const share = threshold.mode === 'share' ? threshold : { percent: 1, floor: 50, cap: 5000 }
  const modes = ['absolute', ...(settings.territory.districts.length > 0 ? ['districts'] : []), 'share']
  const number = (name: 'value' | 'percent' | 'floor' | 'cap', now: number | string) => (
    <FormInput
      name={`${field.key}.${name}`}
      label={say(`threshold.${name}`)}
      value={String(now)}
      inputMode="decimal"
      dir="ltr"
      className="max-w-48"
    />
  )
  return (
    <Part label={label} hint={hint} id={field.key}>
      <FormRadios
        name={`${field.key}.mode`}
        label={say('threshold.mode')}
        value={threshold.mode}
        choices={modes.map((mode) => ({ value: mode, label: say(`threshold.${mode}`) }))}
      />
      <div className={side}>{number('value', threshold.mode === 'share' ? '' : threshold.value)}</div>
      {modes.includes('districts') && <DistrictNumbers {...props} threshold={threshold} />}
      <div className={`grid gap-4 sm:grid-cols-3 ${side}`}>
        {number('percent', share.percent)}
        {number('floor', share.floor)}
        {number('cap', share.cap)}
      </div>
    </Part>
  )
}

function DistrictNumbers({
  field,
  settings,
  locale,
  say,
  threshold,
}: FieldProps & { threshold: Rules['threshold'] }) {
  const own = threshold.mode === 'districts' ? threshold.districts : {}
  return (
    <FormFold about={`${field.key}.districts.`} open={threshold.mode === 'districts'} className={side}>
      <FoldInside title={say('threshold.own')}>
        <p className="mb-4 text-muted">{say('threshold.ownHelp')}</p>
        <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-3">
          {settings.territory.districts.map(({ code, name }) => (
            <FormInput
              key={code}
              name={`${field.key}.districts.${code}`}
              label={localized(name, locale, settings)}
              value={String(own[code] ?? '')}
              inputMode="numeric"
              dir="ltr"
            />
          ))}
        </div>
      </FoldInside>
    </FormFold>
  )
}
