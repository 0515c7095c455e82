import { FormInput, FormSelect, FormTick } from '@/components/forms/form-fields'
import { ownNames } from '@/lib/i18n/own-names'
import { themeIcons } from '@/tenants/icons'
import type { Locale } from '@/tenants/tenant'
import { Part } from './part'
import type { FieldProps } from './field-props'

type Row = { id: string; name: Partial<Record<Locale, string>>; icon?: string }

const spare = 2

/** Things the city names itself. Two empty rows wait at the end; an emptied or ticked row goes. */
export function ListRows({ field, value, label, hint, settings, say }: FieldProps) {
  const rows = value as Row[]
  const icons = themeIcons.map((value) => ({ value, label: say(`icons.${value}`) }))
  const wanted = [...rows, ...Array.from({ length: spare }, (): Row => ({ id: '', name: {} }))]
  return (
    <Part label={label} hint={`${hint} ${say('rowsHelp')}`} id={field.key}>
      <ol className="divide-y divide-line border-y border-line">
        {wanted.map((row, number) => {
          const at = `${field.key}.${number}`
          return (
            <li
              key={at}
              className="grid gap-4 py-4 sm:grid-cols-2 xl:grid-cols-[repeat(3,minmax(0,1fr))_auto]"
            >
              <input type="hidden" name={`${at}.id`} value={row.id} />
              {settings.locales.map((locale) => (
                <FormInput
                  key={locale}
                  name={`${at}.name.${locale}`}
                  label={row.id ? ownNames[locale] : say('newRow', { language: ownNames[locale] })}
                  value={row.name[locale] ?? ''}
                  lang={locale}
                />
              ))}
              {field.key === 'themes' && (
                <FormSelect
                  name={`${at}.icon`}
                  label={say('icon')}
                  value={row.icon ?? 'sprout'}
                  choices={icons}
                />
              )}
              {row.id && <FormTick name={`${at}.gone`} label={say('takeAway')} />}
            </li>
          )
        })}
      </ol>
    </Part>
  )
}
