'use client'

import { useFilled } from '@/components/forms/form-state'
import { FieldError } from '@/components/ui/field'

/** Where one stands, in one line on a wide screen. */
export function StanceChoice({
  id,
  label,
  choices,
  value: given,
}: {
  id: string
  label: string
  choices: { value: string; label: string }[]
  value?: string
}) {
  const { error, value } = useFilled('stance', given)
  return (
    <fieldset
      aria-describedby={error ? `${id}-error` : undefined}
      className={error ? 'border-s-4 border-danger ps-4' : ''}
    >
      <legend className="mb-1 font-bold">{label}</legend>
      <FieldError id={id}>{error}</FieldError>
      <div className="flex flex-wrap gap-2">
        {choices.map((choice, place) => (
          <label
            key={choice.value}
            className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-control border border-control bg-paper px-4 text-base hover:border-ink has-checked:border-action has-checked:bg-action-tint has-checked:text-on-action-tint"
          >
            <input
              type="radio"
              name="stance"
              id={place === 0 ? id : undefined}
              value={choice.value}
              defaultChecked={value === choice.value}
              className="size-5 shrink-0 accent-action"
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
