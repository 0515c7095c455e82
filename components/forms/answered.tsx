'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import type { FormState } from '@/lib/form-state'

type Props = { said: FormState; waits?: boolean; className?: string; children?: ReactNode }

/**
 * What came of a form, brought into view: by the page itself where there is no script, or the answer would be far below
 * the top at which it opens. `waits`: with a script the focus stays where it is.
 */
export function Answered({ said, waits = false, className = '', children }: Props) {
  const answer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!waits) answer.current?.focus()
  }, [said, waits])
  return (
    <div ref={answer} tabIndex={-1} autoFocus className={`rounded-card ${className}`}>
      {children}
    </div>
  )
}
