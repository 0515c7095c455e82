'use client'

import { useActionState, useEffect } from 'react'
import { SubmitButton } from '@/components/forms/form-fields'
import { Notice } from '@/components/ui/notice'
import type { Own } from './own-state'
import type { Action } from './box-props'
import type { RegistrationWords } from './registration-words'

const tones: Record<string, 'success' | 'info' | 'warn'> = {
  ...{ confirmed: 'success', offered: 'warn', to_reconfirm: 'warn', called_off: 'warn' },
}

type Props = {
  one: Own
  date: string
  words: RegistrationWords
  actions: { accept: Action; reconfirm: Action; cancel: Action }
  reload: () => Promise<void>
}

/** One registration of the reader: how it stands, and what they may still do. */
export function OwnCard({ one, date, words, actions, reload }: Props) {
  const said = words.states[one.told]
  const isWaiting = one.state === 'waitlisted'
  const line = one.ahead === 0 ? words.first : words.ahead.replace('{n}', String(one.ahead))
  return (
    <Notice tone={tones[one.told] ?? 'info'} title={said?.title} live="status">
      <p className="font-bold">{date}</p>
      <p>{said?.text}</p>
      {isWaiting && <p>{line}</p>}
      {one.offerExpiresAt && <Until at={one.offerExpiresAt} template={words.until} />}
      {one.reconfirmBy && <Until at={one.reconfirmBy} template={words.reconfirmUntil} />}
      <div className="flex flex-wrap gap-3 pt-1">
        {one.state === 'offered' && (
          <Move {...{ one, words, reload }} action={actions.accept} label={words.accept} />
        )}
        {one.reconfirmBy && (
          <Move {...{ one, words, reload }} action={actions.reconfirm} label={words.reconfirm} />
        )}
        <Move
          {...{ one, words, reload }}
          action={actions.cancel}
          label={isWaiting ? words.leave : words.cancel}
          isQuiet
        />
      </div>
    </Notice>
  )
}

/** In the reader's own time: what one is registered for is only ever drawn in the browser. */
function Until({ at, template }: { at: string; template: string }) {
  const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
  const style = { ...day, hour: 'numeric', minute: '2-digit' } as const
  const moment = new Date(at).toLocaleString(document.documentElement.lang, style)
  return <p className="font-bold">{template.replace('{moment}', moment)}</p>
}

type MoveProps = Omit<Props, 'date' | 'actions'> & { action: Action; label: string; isQuiet?: boolean }

function Move({ one, words, reload, action, label, isQuiet }: MoveProps) {
  const [state, send] = useActionState(action, { status: 'idle' })
  useEffect(() => {
    if (state.status !== 'idle') void reload()
  }, [state, reload])
  const refusal = state.status === 'refused' ? (words.moved as Record<string, string>)[state.refusal] : null
  return (
    <form action={send}>
      <input type="hidden" name="registrationId" value={one.id} />
      <SubmitButton variant={isQuiet ? 'secondary' : 'primary'}>{label}</SubmitButton>
      {refusal && <p role="alert">{refusal}</p>}
    </form>
  )
}
