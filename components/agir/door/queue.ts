import type { FormState } from '@/lib/form-state'

export type Tap = { registrationId: string; state: string; requestId: string; tappedAt: string }
type Said = { marked: { requestId: string; refusal: string | null }[] }
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
/** What the page shows of it: how many taps wait, whether the phone is alone, and what was not done. */
type Shown = {
  left: (count: number) => void
  alone: (isAlone: boolean) => void
  refused: (whys: Record<string, string>) => void
}
type Door = {
  dateId: string
  storage: () => Kept
  send: (before: FormState, form: FormData) => Promise<FormState>
  /** Resolves once it is worth trying again. */
  again: () => Promise<void>
  shown: Shown
}

const atATime = 100

/**
 * Taps at the door, sent one lot after another. When the network is away they wait and leave as soon as it is back; each
 * has a name of its own, so that what arrives twice is done once.
 */
export function doorQueue({ dateId, storage, send, again, shown }: Door) {
  const key = `accueil:${dateId}`
  let waiting: Tap[] = []
  let isSending = false

  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    while (waiting.length > 0) {
      const lot = waiting.slice(0, atATime)
      const answer = await send({ status: 'idle' }, formOf(dateId, lot)).catch(() => null)
      shown.alone(!answer)
      if (!answer) {
        await again()
        continue
      }
      const sent = new Set(lot.map(({ requestId }) => requestId))
      keep(waiting.filter(({ requestId }) => !sent.has(requestId)))
      shown.refused(refusedIn(answer, lot))
    }
    isSending = false
  }

  /** On the phone as well, so that a page opened again still has it. */
  function keep(taps: Tap[]): void {
    waiting = taps
    shown.left(taps.length)
    try {
      if (taps.length > 0) storage().setItem(key, JSON.stringify(taps))
      else storage().removeItem(key)
    } catch {
      // A phone that keeps nothing still sends.
    }
  }

  function kept(): Tap[] {
    try {
      const found: unknown = JSON.parse(storage().getItem(key) ?? '[]')
      return Array.isArray(found) ? (found as Tap[]) : []
    } catch {
      return []
    }
  }

  return {
    /** What the page had not sent when it was last left, now on its way. */
    open(): Tap[] {
      const before = kept()
      keep(before)
      void flush()
      return before
    },
    add(tap: Tap): void {
      keep([...waiting, tap])
      void flush()
    },
  }
}

function formOf(dateId: string, lot: Tap[]): FormData {
  const form = new FormData()
  form.set('dateId', dateId)
  form.set('marks', JSON.stringify(lot))
  return form
}

/** What was not done, and why: all of it where the whole lot was refused. */
function refusedIn(answer: FormState, lot: Tap[]): Record<string, string> {
  if (answer.status === 'done') {
    const { marked } = answer.value as Said
    const refused = new Map(marked.map(({ requestId, refusal }) => [requestId, refusal]))
    return Object.fromEntries(
      lot.flatMap(({ registrationId, requestId }) => {
        const why = refused.get(requestId)
        return why ? [[registrationId, why]] : []
      }),
    )
  }
  const why = answer.status === 'refused' ? answer.refusal : 'not_there'
  return Object.fromEntries(lot.map(({ registrationId }) => [registrationId, why]))
}
