import type { ReactNode } from 'react'
import { boxLook } from './checkbox'
import { FieldError, type FieldWords, Hint, wiring } from './field'

export type RadioChoice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }

/** One answer among several, all visible. The first radio carries the group's id, so that an error can lead to it. */
export function RadioGroup({
  name,
  label,
  hint,
  error,
  optional,
  id = name,
  choices,
  value,
  required,
}: FieldWords & { choices: RadioChoice[]; value?: string; required?: boolean }) {
  const { 'aria-describedby': describedBy } = wiring(id, hint, error)
  return (
    <fieldset aria-describedby={describedBy} className={error ? 'border-s-4 border-danger ps-4' : ''}>
      <legend className="mb-1 font-bold">
        {label}
        {optional && <span className="ms-2 font-normal text-muted">({optional})</span>}
      </legend>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${choice.value}`
        return (
          <div key={choice.value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="radio"
              name={name}
              id={own}
              value={choice.value}
              defaultChecked={value === choice.value}
              disabled={choice.disabled}
              required={required}
              aria-describedby={choice.hint ? `${own}-choice` : undefined}
              className={boxLook}
            />
            <div>
              <label htmlFor={own}>{choice.label}</label>
              {choice.hint && (
                <div id={`${own}-choice`} className="text-base text-muted">
                  {choice.hint}
                </div>
              )}
            </div>
          </div>
        )
      })}
    </fieldset>
  )
}
