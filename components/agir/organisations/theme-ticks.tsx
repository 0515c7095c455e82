'use client'

import { useFilled } from '@/components/forms/form-state'
import { boxLook } from '@/components/ui/checkbox'
import { FieldError, Hint, wiring } from '@/components/ui/field'

type Props = {
  legend: string
  hint: string
  chosen: string[]
  choices: { value: string; label: string }[]
}

/** Several answers among many: the first box carries the group's id, so that an error can lead to it. */
export function ThemeTicks({ legend, hint, chosen, choices }: Props) {
  const { error } = useFilled('themeIds')
  const { 'aria-describedby': describedBy } = wiring('themeIds', hint, error)
  return (
    <fieldset aria-describedby={describedBy} className={error ? 'border-s-4 border-danger ps-4' : ''}>
      <legend className="mb-1 font-bold">{legend}</legend>
      <Hint id="themeIds">{hint}</Hint>
      <FieldError id="themeIds">{error}</FieldError>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {choices.map(({ value, label }, index) => (
          <label key={value} className="flex min-h-11 items-start gap-3 py-2">
            <input
              type="checkbox"
              name="themeIds"
              id={index === 0 ? 'themeIds' : `themeIds-${value}`}
              value={value}
              defaultChecked={chosen.includes(value)}
              className={boxLook}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
