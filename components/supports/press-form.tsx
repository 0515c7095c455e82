import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { useSupport } from './support-state'
import type { SupportWords } from './support-words'

export const pressForm = 'soutenir-ici'

/** One button: a form before any script is there, a PUT afterwards. Pressed twice, it is sent once. */
export function PressForm({
  ideaId,
  words,
  icon,
  returning,
  support,
}: {
  ideaId: string
  words: SupportWords
  icon: ReactNode
  returning: boolean
  support: ReturnType<typeof useSupport>
}) {
  const isSending = support.outcome.kind === 'sending'
  const isFirst = support.outcome.kind === 'unasked'
  function press(event: FormEvent) {
    event.preventDefault()
    void support.ask('PUT')
  }
  return (
    <form id={pressForm} action={support.give} onSubmit={press}>
      <input type="hidden" name="ideaId" value={ideaId} />
      {returning && isFirst && (
        <div className="mb-4">
          <Notice>{words.returning}</Notice>
        </div>
      )}
      <Button type="submit" size="large" wide icon={icon} aria-disabled={isSending || undefined}>
        {isSending ? words.giving : words.give}
      </Button>
      <p className="mt-3 text-base text-muted">{words.signInFirst}</p>
      <p className="mt-2 text-base text-muted">{words.who}</p>
    </form>
  )
}
