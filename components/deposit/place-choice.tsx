'use client'

import type { ReactNode } from 'react'
import { useFilled } from '@/components/forms/form-state'
import { useAwake } from '@/components/ui/awake'
import { boxLook } from '@/components/ui/checkbox'
import { FieldError, Hint, wiring } from '@/components/ui/field'

type Choice = { value: string; label: string; hint?: string; more?: ReactNode; needsScript?: boolean }

/** Four ways to say where; each opens its own question when it is chosen, by style alone. A point placed earlier stays one. */
export function PlaceChoice({
  label,
  hint,
  value: given,
  choices,
}: {
  label: string
  hint: string
  value?: string
  choices: Choice[]
}) {
  const { error, value } = useFilled('placeKind', given)
  const hasScript = useAwake()
  const id = 'placeKind'
  const shown = choices.filter((choice) => hasScript || !choice.needsScript || choice.value === value)
  return (
    <fieldset
      key={value}
      aria-describedby={wiring(id, hint, error)['aria-describedby']}
      className={error ? 'border-s-4 border-danger ps-4' : ''}
    >
      <legend className="sr-only">{label}</legend>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <div className="space-y-3">
        {shown.map((choice, index) => (
          <PlaceOption
            key={choice.value}
            id={index === 0 ? id : `${id}-${choice.value}`}
            choice={choice}
            chosen={value === choice.value}
          />
        ))}
      </div>
    </fieldset>
  )
}

function PlaceOption({ id, choice, chosen }: { id: string; choice: Choice; chosen: boolean }) {
  return (
    <div className="group rounded-card border border-line p-4 has-[>div>input:checked]:border-action has-[>div>input:checked]:bg-tint">
      <div className="flex min-h-11 items-start gap-3 py-2">
        <input
          type="radio"
          name="placeKind"
          id={id}
          value={choice.value}
          defaultChecked={chosen}
          required
          aria-describedby={choice.hint ? `${id}-choice` : undefined}
          className={boxLook}
        />
        <div>
          <label htmlFor={id} className="font-bold">
            {choice.label}
          </label>
          {choice.hint && (
            <p id={`${id}-choice`} className="text-base text-muted">
              {choice.hint}
            </p>
          )}
        </div>
      </div>
      {choice.more && <div className="mt-2 hidden group-has-[>div>input:checked]:block">{choice.more}</div>}
    </div>
  )
}
