'use client'

import { type ComponentProps, useActionState, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import type { FormState } from '@/lib/form-state'
import { type DoorEntry, DoorRow, type RowWords } from './door-row'
import { useTaps } from './taps'

type Action = (before: FormState, form: FormData) => Promise<FormState>
export type DoorWords = RowWords & {
  search: string
  searchHint: string
  find: string
  none: string
  here: string
  waiting: string
  alone: string
  kept: string
}
type Props = {
  dateId: string
  entries: DoorEntry[]
  asked: string
  words: DoorWords
  icons: ComponentProps<typeof DoorRow>['icons']
  actions: { mark: Action; sync: Action }
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Everybody who is expected, each a large button: pressed, they are here; pressed again, they are not. */
export function DoorList({ dateId, entries, asked, words, icons, actions }: Props) {
  const [wanted, setWanted] = useState(asked)
  const [said, send] = useActionState(actions.mark, { status: 'idle' })
  const { states, refusals, left, isAlone, tap } = useTaps(dateId, actions.sync)
  const current = entries.map((entry) => ({ ...entry, state: states[entry.id] ?? entry.state }))
  const code = wanted.toUpperCase().replace(/[\s-]/g, '')
  const found = current.filter(
    (entry) => entry.code === code || plain(entry.name).includes(plain(wanted.trim())),
  )
  const seats = (all: DoorEntry[]) => all.reduce((sum, { party }) => sum + party, 0)
  const here = seats(current.filter(({ state }) => state === 'attended'))
  const status = isAlone ? words.alone : left > 0 ? words.waiting : words.kept
  return (
    <div className="space-y-5">
      <form
        method="get"
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="min-w-48 flex-1">
          <TextInput
            name="code"
            label={words.search}
            hint={words.searchHint}
            value={wanted}
            onChange={({ target }) => setWanted(target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            enterKeyHint="search"
          />
        </div>
        <noscript>
          <button className="min-h-11 rounded-control border border-control px-5 font-bold">
            {words.find}
          </button>
        </noscript>
      </form>
      <div className="sticky top-0 z-10 -mx-2 rounded-control bg-paper px-2 py-2">
        <p className="text-xl font-bold">
          {words.here.replace('{here}', String(here)).replace('{all}', String(seats(current)))}
        </p>
        <p role="status" className={isAlone ? 'font-bold text-warn' : 'text-base text-muted'}>
          {status.replace('{count}', String(left))}
        </p>
      </div>
      {said.status === 'refused' && (
        <Notice tone="warn" live="alert">
          {words.refusals[said.refusal]}
        </Notice>
      )}
      {found.length === 0 && <p className="text-muted">{words.none}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {found.map((entry) => (
          <DoorRow
            key={entry.id}
            {...{ entry, dateId, words, icons, send }}
            refusal={refusals[entry.id] ?? null}
            tap={(state) => tap(entry.id, state)}
          />
        ))}
      </ul>
    </div>
  )
}
