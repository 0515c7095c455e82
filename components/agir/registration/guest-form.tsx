'use client'

import { useActionState } from 'react'
import { Answered } from '@/components/forms/answered'
import { FormInput, SubmitButton } from '@/components/forms/form-fields'
import { FilledForm, sentence } from '@/components/forms/form-state'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/form-state'
import type { BoxProps } from './box-props'
import { Born, Guardian, Note, Party, Seats } from './seat-fields'

const of = 'guest-'

/** Asks for a place with an address alone. It is taken once the letter sent there is answered. */
export function GuestForm({ choices, maxParty, asksAge, words, actions }: BoxProps) {
  const [state, send] = useActionState(actions.ask, { status: 'idle' })
  const failed = state.status === 'invalid' ? Object.entries(state.errors) : []
  const errors = Object.fromEntries(failed.map(([name, error]) => [name, sentence(words.form, error)]))
  const values = 'values' in state ? state.values : {}
  const asksGuardian = Boolean(errors.guardian || values.guardian) || isAboutGuardian(state)
  const fields = { words, of }
  return (
    <details open={state.status !== 'idle'} className="border-t border-line pt-3">
      <summary className="min-h-11 py-2 font-bold text-link underline underline-offset-4">
        {words.guest.title}
      </summary>
      <div className="mt-3">
        <Said state={state} words={words} />
        <ErrorSummary title={words.form.summary} errors={wrongIn(errors, words)} />
        {state.status !== 'done' && (
          <form action={send} noValidate className="space-y-4">
            <FilledForm value={{ errors, values }}>
              <Seats choices={choices} label={words.date} of={of} />
              <Party most={maxParty} {...fields} />
              <FormInput
                name="name"
                id="guest-name"
                label={words.guest.name}
                maxLength={80}
                autoComplete="name"
              />
              <FormInput
                name="email"
                id="guest-email"
                type="email"
                label={words.guest.email}
                hint={words.guest.emailHint}
                maxLength={254}
                autoComplete="email"
              />
              {asksAge && <Born {...fields} />}
              {asksGuardian && <Guardian {...fields} />}
              <Note {...fields} />
              <SubmitButton wide>{words.guest.submit}</SubmitButton>
              <p className="text-base text-muted">{words.guest.under}</p>
            </FilledForm>
          </form>
        )}
      </div>
    </details>
  )
}

/** Each field that is wrong by its name, leading to it. */
function wrongIn(
  errors: Record<string, string>,
  { guest, form, party, note, born, guardian }: BoxProps['words'],
) {
  const labels: Record<string, string> = { name: guest.name, email: guest.email, party, note, born, guardian }
  return Object.entries(errors).map(([name, error]) => ({
    name: of + name,
    text: labels[name] ? form.line.replace('{label}', labels[name]).replace('{error}', error) : error,
  }))
}

const isAboutGuardian = (state: FormState) => state.status === 'refused' && /guardian$/.test(state.refusal)

function Said({ state, words }: { state: FormState; words: BoxProps['words'] }) {
  if (state.status !== 'refused' && state.status !== 'done') return null
  const isSent = state.status === 'done'
  return (
    <Answered said={state} className="mb-4">
      <Notice
        tone={isSent ? 'success' : 'warn'}
        live={isSent ? 'status' : 'alert'}
        title={isSent && words.guest.sent}
      >
        {isSent ? words.guest.sentText : words.refused[state.refusal]}
      </Notice>
    </Answered>
  )
}
