import type { InputHTMLAttributes } from 'react'
import { controlLook } from './control-look'
import { Field, type FieldWords } from './field'

export function TextInput({
  name,
  label,
  hint,
  error,
  optional,
  id,
  className = '',
  ...input
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'children'>) {
  return (
    <Field {...{ name, label, hint, error, optional, id }}>
      {(wired) => (
        <input dir="auto" {...input} {...wired} name={name} className={`${controlLook} ${className}`} />
      )}
    </Field>
  )
}
