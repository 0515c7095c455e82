import type { FormState } from '@/lib/form-state'

export type Tap = { registrationId: string; state: string; requestId: string; tappedAt: string }
type Said = { marked: { requestId: string; refusal: string | null }[] }
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
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
 * has a name of its own, so that what arrives twice is done once, and is stored under it, so that no tab of the phone
 * overwrites what another one keeps.
 */
export function doorQueue({ dateId, storage, send, again, shown }: Door) {
  const ours = `accueil:${dateId}:`
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
      forget(lot)
      shown.refused(refusedIn(answer, lot))
    }
    isSending = false
  }

  /** On the phone as well, so that a page opened again still has it. */
  function keep(tap: Tap): void {
    hold([...waiting, tap])
    onPhone((phone) => phone.setItem(ours + tap.requestId, JSON.stringify(tap)))
  }

  function forget(lot: Tap[]): void {
    const sent = new Set(lot.map(({ requestId }) => requestId))
    hold(waiting.filter(({ requestId }) => !sent.has(requestId)))
    onPhone((phone) => sent.forEach((requestId) => phone.removeItem(ours + requestId)))
  }

  function hold(taps: Tap[]): void {
    waiting = taps
    shown.left(taps.length)
  }

  /** A phone that keeps nothing still sends. */
  function onPhone<Found>(what: (phone: Kept) => Found): Found | null {
    try {
      return what(storage())
    } catch {
      return null
    }
  }

  function kept(): Tap[] {
    const found = onPhone((phone) =>
      Array.from({ length: phone.length }, (_, at) => phone.key(at))
        .filter((key) => key?.startsWith(ours))
        .flatMap((key) => tapIn(phone.getItem(key!))),
    )
    return (found ?? []).toSorted((one, other) => (one.tappedAt < other.tappedAt ? -1 : 1))
  }

  return {
    /** What the phone keeps that this page does not know, left by another page or by this one before: now on its way. */
    adopt(): Tap[] {
      const known = new Set(waiting.map(({ requestId }) => requestId))
      const found = kept().filter(({ requestId }) => !known.has(requestId))
      hold([...waiting, ...found])
      void flush()
      return found
    },
    add(tap: Tap): void {
      keep(tap)
      void flush()
    },
  }
}

function tapIn(stored: string | null): Tap[] {
  try {
    const found = JSON.parse(stored ?? 'null') as Tap | null
    return typeof found?.tappedAt === 'string' ? [found] : []
  } catch {
    return []
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
