'use client'

import { FormTick } from '@/components/forms/form-fields'
import { useFilled } from '@/components/forms/form-state'
import { FieldError, Hint } from '@/components/ui/field'

/** Several answers to one question, each a box with a name of its own: `theme_nature`. */
export function TickGroup({
  name,
  label,
  hint,
  choices,
  values,
  columns,
}: {
  name: string
  label: string
  hint?: string
  choices: { value: string; label: string }[]
  values: readonly string[]
  columns?: boolean
}) {
  const { error } = useFilled(name)
  return (
    <fieldset
      id={name}
      tabIndex={-1}
      aria-describedby={error ? `${name}-error` : undefined}
      className={error ? 'border-s-4 border-danger ps-4' : ''}
    >
      <legend className="mb-1 font-bold">{label}</legend>
      <Hint id={name}>{hint}</Hint>
      <FieldError id={name}>{error}</FieldError>
      <div className={columns ? 'sm:columns-2' : 'flex flex-wrap gap-x-6'}>
        {choices.map(({ value, label: text }) => (
          <FormTick
            key={value}
            name={`${name}_${value}`}
            label={text}
            value={values.includes(value) ? 'on' : undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}
