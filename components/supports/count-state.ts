'use client'

import { useEffect, useRef, useState } from 'react'

export type Count = { count: number; threshold: number; reached: boolean }

const often = 5000
const seldom = 60_000
/** What a count that was asked for may be behind the row, in milliseconds. */
const behind = 2000

/** The number on the page follows the one in the row: every five seconds while it moves, then ever less, never unseen. */
export function useCount(ideaId: string, initial: Count) {
  const [count, setCount] = useState(initial)
  const toldUntil = useRef(0)
  useEffect(() => follow(ideaId, (askedAt, next) => askedAt > toldUntil.current && setCount(next)), [ideaId])
  return [count, tell] as const

  /** What the server answered to the reader's own press: no count asked for before it, or behind it, undoes that. */
  function tell(said: Count) {
    toldUntil.current = performance.now() + behind
    setCount(said)
  }
}

type Show = (askedAt: number, next: (shown: Count) => Count) => void

function follow(ideaId: string, show: Show): () => void {
  let wait = often
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', wake)
  void look()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', wake)
  }

  async function look() {
    const askedAt = performance.now()
    const read = await readCount(ideaId)
    wait = Math.min(seldom, wait * 1.5)
    if (read) show(askedAt, (shown) => (isSame(shown, read) ? shown : changed(read)))
    plan()
  }

  function changed(read: Count): Count {
    wait = often
    return read
  }

  function plan() {
    clearTimeout(timer)
    if (!document.hidden) timer = setTimeout(look, wait)
  }

  function wake() {
    clearTimeout(timer)
    if (!document.hidden) void look()
  }
}

async function readCount(ideaId: string): Promise<Count | null> {
  const answer = await fetch(`/api/v1/ideas/${ideaId}/count`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Count) : null
}

function isSame(one: Count, other: Count): boolean {
  return one.count === other.count && one.reached === other.reached
}
