'use client'

import { useSyncExternalStore } from 'react'
import { type Appearance, chosenAppearance, chooseAppearance, onAppearanceChange } from './appearance'

/** Light, dark or as the device says; remembered by this browser alone. There is nothing to choose without scripts. */
export function AppearanceChoice({
  label,
  choices,
}: {
  label: string
  choices: { value: Appearance; text: string }[]
}) {
  const chosen = useSyncExternalStore<Appearance | null>(onAppearanceChange, chosenAppearance, () => null)
  return (
    <fieldset className={`flex flex-wrap items-center gap-x-4 text-base ${chosen ? '' : 'invisible'}`}>
      <legend className="float-start me-4 flex min-h-11 items-center font-bold">{label}</legend>
      {choices.map(({ value, text }) => (
        <label key={value} className="flex min-h-11 cursor-pointer items-center gap-2">
          <input
            type="radio"
            name="appearance"
            checked={chosen === value}
            onChange={() => chooseAppearance(value)}
            className="size-5 accent-on-deep"
          />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
