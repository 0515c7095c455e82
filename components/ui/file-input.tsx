import type { InputHTMLAttributes } from 'react'
import { Field, type FieldWords } from './field'

export function FileInput({
  name,
  label,
  hint,
  error,
  optional,
  id,
  ...input
}: FieldWords & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'type'>) {
  return (
    <Field {...{ name, label, hint, error, optional, id }}>
      {(wired) => (
        <input
          {...input}
          {...wired}
          type="file"
          name={name}
          className="block w-full rounded-control border border-dashed border-control bg-tint p-3 text-base text-ink file:me-4 file:min-h-11 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-control file:bg-paper file:px-4 file:font-bold file:text-ink"
        />
      )}
    </Field>
  )
}
