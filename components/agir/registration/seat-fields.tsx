'use client'

import { use } from 'react'
import { FormArea, FormRadios, FormSelect } from '@/components/forms/form-fields'
import { FilledForm } from '@/components/forms/form-state'
import { TextInput } from '@/components/ui/text-input'
import type { SeatChoice } from './box-props'
import type { RegistrationWords } from './registration-words'

const mostRadios = 6

type Words = { words: RegistrationWords; of?: string }

/** Few dates are all in view; many are a list. */
export function Seats({ choices, label, of = '' }: { choices: SeatChoice[]; label: string; of?: string }) {
  const open = choices.filter(({ isFull, waits }) => !isFull || waits)
  const value = (open[0] ?? choices[0])!.value
  const field = { name: 'seat', id: `${of}seat`, label, value }
  if (choices.length > mostRadios)
    return (
      <FormSelect
        {...field}
        choices={open.map((one) => ({ ...one, label: one.left ? `${one.label} (${one.left})` : one.label }))}
      />
    )
  return (
    <FormRadios
      {...field}
      choices={choices.map((one) => ({ ...one, hint: one.left, disabled: one.isFull && !one.waits }))}
    />
  )
}

export function Party({ most, words, of = '' }: Words & { most: number }) {
  if (most < 2) return null
  const sizes = Array.from({ length: most }, (_, n) => ({ value: String(n + 1), label: String(n + 1) }))
  return (
    <FormSelect name="party" id={`${of}party`} label={words.party} hint={words.partyHint} choices={sizes} />
  )
}

export function Note({ words, of = '' }: Words) {
  const label = { label: words.note, optional: words.optional }
  return <FormArea name="note" id={`${of}note`} {...label} rows={2} maxLength={500} />
}

export function Born({ words, of = '' }: Words) {
  const { values, errors } = use(FilledForm)
  const year = { inputMode: 'numeric', maxLength: 4, defaultValue: values.born, error: errors.born } as const
  return <TextInput name="born" id={`${of}born`} label={words.born} {...year} />
}

export function Guardian({ words, of = '' }: Words) {
  const { values, errors } = use(FilledForm)
  const address = { type: 'email', maxLength: 254, defaultValue: values.guardian, error: errors.guardian }
  return (
    <TextInput
      name="guardian"
      id={`${of}guardian`}
      label={words.guardian}
      hint={words.guardianHint}
      {...address}
    />
  )
}

/** What was given to an earlier question of this form is not asked again. */
export function Kept({ names }: { names: string[] }) {
  const { values, errors } = use(FilledForm)
  return names
    .filter((name) => values[name] && !errors[name])
    .map((name) => <input key={name} type="hidden" name={name} value={values[name]} />)
}
