import type { ComponentProps } from 'react'
import { controlLook } from './control-look'
import { Field, type FieldWords } from './field'

type Area = Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'children' | 'defaultValue'>

/**
 * React writes the text an area came with over what was typed before the page woke, when it finds that very string in it.
 * In a list of one, the same text is shown, and what was typed stays.
 */
export function TextArea({
  name,
  label,
  hint,
  error,
  optional,
  id,
  className = '',
  defaultValue,
  ...area
}: FieldWords & Area & { defaultValue?: string }) {
  return (
    <Field {...{ name, label, hint, error, optional, id }}>
      {(wired) => (
        <textarea
          rows={8}
          dir="auto"
          {...area}
          {...wired}
          defaultValue={defaultValue && [defaultValue]}
          name={name}
          className={`${controlLook} ${className}`}
        />
      )}
    </Field>
  )
}
