import type { FormEvent, ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Outcome, useSupport } from './support-state'
import type { SupportWords } from './support-words'

type Props = {
  ideaId: string
  words: SupportWords
  support: ReturnType<typeof useSupport>
  shown: Outcome
  mayTakeBack: boolean
  follow: ReactNode
  share: ReactNode
}

/** What came of the press, said aloud once, and what can be done next. */
export function AfterPress({ words, shown, support, ...props }: Props) {
  const isCounted = shown.kind === 'counted'
  return (
    <>
      <div aria-live="polite" className={shown.kind === 'unasked' ? '' : 'mt-4 first:mt-0'}>
        <Said words={words} shown={shown} />
      </div>
      {(isCounted || support.standing?.own) && (
        <div className="mt-5 grid gap-5 border-t border-line pt-5">
          {isCounted && props.follow}
          {props.share}
          {isCounted && props.mayTakeBack && words.ended === null && (
            <TakeBack ideaId={props.ideaId} text={words.takeBack} support={support} />
          )}
        </div>
      )}
    </>
  )
}

function Said({ words, shown }: { words: SupportWords; shown: Outcome }) {
  if (shown.kind === 'taken_back') return <Notice>{words.takenBack}</Notice>
  if (shown.kind === 'counted') {
    const title = shown.crossed ? words.crossed : shown.repeated ? words.already : words.counted
    return (
      <Notice tone="success" title={title}>
        <p>{words.secret}</p>
        {!words.reached && !shown.crossed && <p>{words.next}</p>}
      </Notice>
    )
  }
  if (shown.kind !== 'refused') return null
  const isOfAccount = ['assurance', 'birth_year', 'residence', 'other_residence'].includes(shown.reason)
  return (
    <Notice tone="warn">
      <p>{words.refused[shown.reason] ?? words.refused.away}</p>
      {isOfAccount && (
        <p>
          <a href={words.account.href} className="inline-flex min-h-11 items-center font-bold">
            {words.account.text}
          </a>
        </p>
      )}
    </Notice>
  )
}

function TakeBack({
  ideaId,
  text,
  support,
}: {
  ideaId: string
  text: string
  support: ReturnType<typeof useSupport>
}) {
  function press(event: FormEvent) {
    event.preventDefault()
    void support.ask('DELETE')
  }
  return (
    <form action={support.take} onSubmit={press}>
      <input type="hidden" name="ideaId" value={ideaId} />
      <Button type="submit" variant="quiet" size="small" className="!px-0">
        {text}
      </Button>
    </form>
  )
}
