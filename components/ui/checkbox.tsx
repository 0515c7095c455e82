import type { InputHTMLAttributes } from 'react'
import { FieldError, type FieldWords, Hint, wiring } from './field'

type ChoiceInput = Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'type'>

export const boxLook = 'mt-0.5 size-6 shrink-0 accent-action'

export function Checkbox({ name, label, hint, error, id = name, ...input }: FieldWords & ChoiceInput) {
  return (
    <div className={error ? 'border-s-4 border-danger ps-4' : ''}>
      <FieldError id={id}>{error}</FieldError>
      <div className="flex min-h-11 items-start gap-3 py-2">
        <input {...input} {...wiring(id, hint, error)} type="checkbox" name={name} className={boxLook} />
        <div>
          <label htmlFor={id}>{label}</label>
          <Hint id={id}>{hint}</Hint>
        </div>
      </div>
    </div>
  )
}
