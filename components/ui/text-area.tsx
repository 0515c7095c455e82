import type { TextareaHTMLAttributes } from 'react'
import { controlLook } from './control-look'
import { Field, type FieldWords } from './field'

export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  id,
  className = '',
  ...area
}: FieldWords & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id' | 'children'>) {
  return (
    <Field {...{ name, label, hint, error, optional, id }}>
      {(wired) => (
        <textarea
          rows={8}
          dir="auto"
          {...area}
          {...wired}
          name={name}
          className={`${controlLook} ${className}`}
        />
      )}
    </Field>
  )
}
