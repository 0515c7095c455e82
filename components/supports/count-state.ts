'use client'

import { useEffect, useState } from 'react'

export type Count = { count: number; threshold: number; reached: boolean }

const often = 5000
const seldom = 60_000

/** The number on the page follows the one in the row: every five seconds while it moves, then ever less, never unseen. */
export function useCount(ideaId: string, initial: Count) {
  const [count, setCount] = useState(initial)
  useEffect(() => follow(ideaId, setCount), [ideaId])
  return [count, setCount] as const
}

function follow(ideaId: string, show: (next: (shown: Count) => Count) => void): () => void {
  let wait = often
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', wake)
  void look()
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', wake)
  }

  async function look() {
    const read = await readCount(ideaId)
    wait = Math.min(seldom, wait * 1.5)
    if (read) show((shown) => (isSame(shown, read) ? shown : changed(read)))
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
