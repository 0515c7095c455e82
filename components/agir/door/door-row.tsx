'use client'

import type { FormEvent, ReactNode } from 'react'

export type DoorEntry = {
  id: string
  name: string
  about: string
  code: string
  state: string
  party: number
  requestIds: Record<'attended' | 'absent' | 'excused' | 'confirmed', string>
}

export type RowWords = {
  press: string
  states: Record<string, string | undefined>
  more: string
  absent: string
  excused: string
  undo: string
  refusals: Record<string, string | undefined>
}
type Props = {
  entry: DoorEntry
  dateId: string
  words: RowWords
  /** Drawn on the server. */
  icons: Record<'here' | 'more', ReactNode>
  refusal: string | null
  send: (form: FormData) => void
  tap: (state: string) => void
}

const looks: Record<string, string> = {
  attended: 'border-success bg-success-tint text-ink',
  absent: 'border-line bg-tint text-muted',
  excused: 'border-line bg-tint text-muted',
}

/** One person at the door: the whole line is the button; what is rarer is put away beside it. */
export function DoorRow({ entry, dateId, words, icons, refusal, send, tap }: Props) {
  const { id, name, about, state, code } = entry
  const isHere = state === 'attended'
  const marking = { entry, dateId, send, tap }
  const others = (['absent', 'excused', 'confirmed'] as const).filter(
    (one) => one !== state && (one !== 'confirmed' || state === 'absent' || state === 'excused'),
  )
  return (
    <li className="py-2">
      <p className="hidden items-center gap-3 print:flex">
        <span className="flex size-6 shrink-0 items-center justify-center border border-control">
          {isHere && icons.here}
        </span>
        <span className="flex-1 font-bold wrap-anywhere">
          <bdi>{name}</bdi>
        </span>
        <span>{about}</span>
        <span className="font-mono">{code}</span>
      </p>
      <div className="flex items-stretch gap-2" data-screen-only>
        <Marking {...marking} aim={isHere ? 'confirmed' : 'attended'} className="min-w-0 flex-1">
          <button
            aria-pressed={isHere}
            className={`flex min-h-16 w-full flex-wrap items-center gap-x-3 gap-y-1 rounded-control border px-3 py-2 text-start ${looks[state] ?? 'border-control bg-paper text-ink'}`}
          >
            <span
              className={`flex size-9 shrink-0 items-center justify-center rounded-full border-2 ${isHere ? 'border-success bg-success text-paper' : 'border-control'}`}
            >
              {isHere && icons.here}
            </span>
            <span className="min-w-0 flex-1 basis-32">
              <span className="block text-lg leading-tight font-bold wrap-anywhere">
                <bdi>{name}</bdi>
              </span>
              <span className="flex flex-wrap gap-x-2 text-base text-muted">
                <span>{about}</span>
                <span className="font-mono">{code}</span>
              </span>
            </span>
            <span className="ms-auto text-base font-bold">{words.states[state] ?? words.press}</span>
          </button>
        </Marking>
        <details className="relative">
          <summary className="flex min-h-16 min-w-11 list-none items-center justify-center rounded-control border border-line">
            {icons.more}
            <span className="sr-only">
              {words.more} {name}
            </span>
          </summary>
          <div className="absolute end-0 z-20 mt-1 flex w-52 flex-col gap-1 rounded-card border border-line bg-paper p-2 shadow-float">
            {others.map((aim) => (
              <Marking key={aim} {...marking} aim={aim}>
                <button className="min-h-11 w-full rounded-control px-3 text-start hover:bg-tint">
                  {aim === 'confirmed' ? words.undo : words[aim]}
                  <span className="sr-only"> {name}</span>
                </button>
              </Marking>
            ))}
          </div>
        </details>
      </div>
      {refusal && (
        <p id={`refus-${id}`} role="alert" className="mt-2 font-bold text-warn">
          {words.refusals[refusal]}
        </p>
      )}
    </li>
  )
}

type MarkingProps = Omit<Props, 'words' | 'icons' | 'refusal'> & {
  aim: keyof DoorEntry['requestIds']
  className?: string
  children: ReactNode
}

/** Without any script a form like another; with one, the tap is kept here and sent when it can be. */
function Marking({ entry, dateId, aim, send, tap, className, children }: MarkingProps) {
  const press = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    event.currentTarget.closest('details')?.removeAttribute('open')
    tap(aim)
  }
  return (
    <form action={send} onSubmit={press} className={className}>
      <input type="hidden" name="dateId" value={dateId} />
      <input type="hidden" name="registrationId" value={entry.id} />
      <input type="hidden" name="state" value={aim} />
      <input type="hidden" name="requestId" value={entry.requestIds[aim]} />
      {children}
    </form>
  )
}
