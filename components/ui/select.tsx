import type { SelectHTMLAttributes } from 'react'
import { controlLook } from './control-look'
import { Field, type FieldWords } from './field'

export type Choice = { value: string; label: string }

export function Select({
  name,
  label,
  hint,
  error,
  optional,
  id,
  choices,
  empty,
  className = '',
  ...select
}: FieldWords & { choices: Choice[]; empty?: string } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'name' | 'id' | 'children'
  >) {
  return (
    <Field {...{ name, label, hint, error, optional, id }}>
      {(wired) => (
        <select {...select} {...wired} name={name} className={`${controlLook} ${className}`}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
