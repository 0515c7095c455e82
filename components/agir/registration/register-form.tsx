'use client'

import { useActionState, useEffect } from 'react'
import { Answered } from '@/components/forms/answered'
import { SubmitButton } from '@/components/forms/form-fields'
import { FilledForm, sentence } from '@/components/forms/form-state'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'
import type { BoxProps } from './box-props'
import { Born, Guardian, Kept, Note, Party, Seats } from './seat-fields'

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
        {errors.born && <Born words={words} />}
        {errors.guardian && <Guardian words={words} />}
        <Kept names={keptBeside(state)} />
        <Seats choices={choices} label={words.date} />
        <Party most={maxParty} words={words} />
        <Note words={words} />
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

/** What is being asked for again is not also sent as it was. */
function keptBeside(state: FormState): string[] {
  const isAgain = state.status === 'refused' && state.refusal === 'own_guardian'
  return isAgain ? ['born', 'anyway'] : ['born', 'guardian', 'anyway']
}

/** What came of it: read out, and brought into view where a person has to do something about it. */
function Said({ state, words }: { state: FormState; words: BoxProps['words'] }) {
  if (state.status === 'done') {
    const said = words.states[(state.value as { state: string }).state]
    return (
      <Answered said={state} waits>
        <Notice tone="success" live="status" title={said?.title}>
          {said?.text}
        </Notice>
      </Answered>
    )
  }
  if (state.status !== 'refused') return null
  return (
    <Answered said={state}>
      <Notice tone="warn" live="alert">
        <p>{words.refused[state.refusal]}</p>
        {state.refusal === 'birth_year' && <Born words={words} />}
        {/guardian$/.test(state.refusal) && <Guardian words={words} />}
        {state.refusal === 'collides' && <Checkbox name="anyway" label={words.anyway} />}
      </Notice>
    </Answered>
  )
}
