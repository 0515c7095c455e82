'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/form-state'

export type Tap = { registrationId: string; state: string; requestId: string; tappedAt: string }
type Said = { marked: { requestId: string; refusal: string | null }[] }
type Send = (before: FormState, form: FormData) => Promise<FormState>

const triesAgainAfter = 5000
const atATime = 100

/** What was tapped and not yet known to have arrived: kept on the phone, so that a page opened again still has it. */
function kept(key: string): Tap[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Tap[]
  } catch {
    return []
  }
}

/**
 * Taps at the door, sent one lot after another. When the network is away they wait and leave as soon as it is back; each
 * has a name of its own, so that what arrives twice is done once.
 */
export function useTaps(dateId: string, send: Send) {
  const key = `accueil:${dateId}`
  const waiting = useRef<Tap[]>([])
  const isSending = useRef(false)
  const [states, setStates] = useState<Record<string, string>>({})
  const [refusals, setRefusals] = useState<Record<string, string>>({})
  const [left, setLeft] = useState(0)
  const [isAlone, setAlone] = useState(false)

  const keep = useCallback(
    (taps: Tap[]) => {
      waiting.current = taps
      setLeft(taps.length)
      if (taps.length > 0) localStorage.setItem(key, JSON.stringify(taps))
      else localStorage.removeItem(key)
    },
    [key],
  )

  const flush = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    while (waiting.current.length > 0) {
      const lot = waiting.current.slice(0, atATime)
      const form = new FormData()
      form.set('dateId', dateId)
      form.set('marks', JSON.stringify(lot))
      const answer = await send({ status: 'idle' }, form).catch(() => null)
      setAlone(answer === null)
      if (!answer) {
        await backOrLater()
        continue
      }
      const sent = new Set(lot.map(({ requestId }) => requestId))
      keep(waiting.current.filter(({ requestId }) => !sent.has(requestId)))
      const no = refusedIn(answer, lot)
      setRefusals((known) => ({ ...known, ...no }))
      setStates((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !no[id])))
    }
    isSending.current = false
  }, [dateId, keep, send])

  const tap = useCallback(
    (registrationId: string, state: string) => {
      setStates((known) => ({ ...known, [registrationId]: state }))
      setRefusals(({ [registrationId]: _gone, ...known }) => known)
      const one = {
        registrationId,
        state,
        requestId: crypto.randomUUID(),
        tappedAt: new Date().toISOString(),
      }
      keep([...waiting.current, one])
      void flush()
    },
    [flush, keep],
  )

  useEffect(() => {
    queueMicrotask(() => {
      const before = kept(key)
      keep(before)
      setStates(Object.fromEntries(before.map(({ registrationId, state }) => [registrationId, state])))
      void flush()
    })
  }, [key, keep, flush])

  return { states, refusals, left, isAlone, tap }
}

/** As soon as the network is back, or a little later: not every phone says when it is. */
function backOrLater(): Promise<void> {
  return new Promise((again) => {
    setTimeout(again, triesAgainAfter)
    window.addEventListener('online', () => again(), { once: true })
  })
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
