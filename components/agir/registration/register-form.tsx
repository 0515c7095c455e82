'use client'

import { use, useActionState, useEffect, useRef } from 'react'
import { FormArea, FormRadios, FormSelect, SubmitButton } from '@/components/forms/form-fields'
import { FilledForm, sentence } from '@/components/forms/form-state'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import type { FormState } from '@/lib/form-state'
import type { SeatChoice } from './panel'
import type { BoxProps } from './registration-box'

const mostRadios = 6

type Props = BoxProps & { isAnother: boolean; reload: () => Promise<void> }

/** Asks for a seat, without any script too. What turns out to be missing is asked for beside the reason. */
export function RegisterForm({ choices, maxParty, words, actions, isAnother, reload }: Props) {
  const [state, send] = useActionState(actions.register, { status: 'idle' })
  useEffect(() => {
    if (state.status === 'done') void reload()
  }, [state, reload])
  const failed = state.status === 'invalid' ? Object.entries(state.errors) : []
  const errors = Object.fromEntries(failed.map(([name, error]) => [name, sentence(words.form, error)]))
  const values = 'values' in state ? state.values : {}
  const form = (
    <form action={send} noValidate className="space-y-4">
      <FilledForm value={{ errors, values }}>
        <Said state={state} words={words} />
        {errors.born && <Born words={words} error={errors.born} />}
        <Kept names={['born', 'anyway']} />
        <Seats choices={choices} label={words.date} />
        {maxParty > 1 && (
          <FormSelect
            name="party"
            label={words.party}
            hint={words.partyHint}
            choices={Array.from({ length: maxParty }, (_, n) => ({
              value: String(n + 1),
              label: String(n + 1),
            }))}
          />
        )}
        <FormArea name="note" label={words.note} optional={words.optional} rows={2} maxLength={500} />
        <SubmitButton size="large" wide>
          {words.submit}
        </SubmitButton>
        <p className="text-base text-muted">{words.under}</p>
      </FilledForm>
    </form>
  )
  if (!isAnother) return form
  return (
    <details>
      <summary className="min-h-11 py-2 font-bold text-link underline underline-offset-4">
        {words.another}
      </summary>
      <div className="mt-3">{form}</div>
    </details>
  )
}

/** Few dates are all in view; many are a list. */
function Seats({ choices, label }: { choices: SeatChoice[]; label: string }) {
  const open = choices.filter(({ isFull, waits }) => !isFull || waits)
  const value = (open[0] ?? choices[0])!.value
  if (choices.length > mostRadios)
    return (
      <FormSelect
        name="seat"
        label={label}
        value={value}
        choices={open.map((one) => ({ ...one, label: one.left ? `${one.label} (${one.left})` : one.label }))}
      />
    )
  return (
    <FormRadios
      name="seat"
      label={label}
      value={value}
      choices={choices.map((one) => ({ ...one, hint: one.left, disabled: one.isFull && !one.waits }))}
    />
  )
}

/** What came of it: read out, and brought into view where a person has to do something about it. */
function Said({ state, words }: { state: FormState; words: BoxProps['words'] }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.status === 'refused') place.current?.focus()
  }, [state])
  if (state.status === 'done') {
    const said = words.states[(state.value as { state: string }).state]
    return (
      <Notice tone="success" live="status" title={said?.title}>
        {said?.text}
      </Notice>
    )
  }
  if (state.status !== 'refused') return null
  return (
    <div ref={place} tabIndex={-1}>
      <Notice tone="warn" live="alert">
        <p>{words.refused[state.refusal]}</p>
        {state.refusal === 'birth_year' && <Born words={words} />}
        {state.refusal === 'collides' && <Checkbox name="anyway" label={words.anyway} />}
      </Notice>
    </div>
  )
}

function Born({ words, error }: { words: BoxProps['words']; error?: string }) {
  return <TextInput name="born" label={words.born} inputMode="numeric" maxLength={4} error={error} />
}

/** What was given to an earlier question of this form is not asked again. */
function Kept({ names }: { names: string[] }) {
  const { values, errors } = use(FilledForm)
  return names
    .filter((name) => values[name] && !errors[name])
    .map((name) => <input key={name} type="hidden" name={name} value={values[name]} />)
}
