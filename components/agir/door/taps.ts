'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { FormState } from '@/lib/form-state'
import { doorQueue, type Tap } from './queue'

type Send = (before: FormState, form: FormData) => Promise<FormState>

const triesAgainAfter = 5000

/** What was tapped on this page, as it stands: done, waiting on the phone, or refused. */
export function useTaps(dateId: string, send: Send) {
  const queue = useRef<ReturnType<typeof doorQueue>>(null)
  const [states, setStates] = useState<Record<string, string>>({})
  const [refusals, setRefusals] = useState<Record<string, string>>({})
  const [left, setLeft] = useState(0)
  const [isAlone, setAlone] = useState(false)

  useEffect(() => {
    const refused = (whys: Record<string, string>) => {
      setRefusals((known) => ({ ...known, ...whys }))
      setStates((known) => Object.fromEntries(Object.entries(known).filter(([id]) => !whys[id])))
    }
    const shown = { left: setLeft, alone: setAlone, refused }
    const own = doorQueue({ dateId, send, shown, storage: () => localStorage, again: backOrLater })
    queue.current = own
    const adopt = () => {
      const found = statesOf(own.adopt())
      setStates((known) => ({ ...found, ...known }))
    }
    queueMicrotask(adopt)
    return whenSeenAgain(adopt)
  }, [dateId, send])

  const tap = useCallback((registrationId: string, state: string) => {
    setStates((known) => ({ ...known, [registrationId]: state }))
    setRefusals(({ [registrationId]: _gone, ...known }) => known)
    const [requestId, tappedAt] = [crypto.randomUUID(), new Date().toISOString()]
    queue.current?.add({ registrationId, state, requestId, tappedAt })
  }, [])

  return { states, refusals, left, isAlone, tap }
}

const statesOf = (taps: Tap[]) =>
  Object.fromEntries(taps.map(({ registrationId, state }) => [registrationId, state]))

/** Another tab that was shut may have left taps behind it. */
function whenSeenAgain(adopt: () => void): () => void {
  const seen = new AbortController()
  const look = () => document.visibilityState === 'visible' && adopt()
  document.addEventListener('visibilitychange', look, { signal: seen.signal })
  return () => seen.abort()
}

/** As soon as the network is back, or a little later: not every phone says when it is. */
function backOrLater(): Promise<void> {
  return new Promise((again) => {
    const heard = new AbortController()
    const once = () => {
      heard.abort()
      again()
    }
    window.addEventListener('online', once, { signal: heard.signal })
    setTimeout(once, triesAgainAfter)
  })
}
