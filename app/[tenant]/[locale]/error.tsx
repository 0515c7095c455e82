'use client'

import { useEffect, useRef } from 'react'
import { brokenWords } from '@/components/layout/broken-words'
import { buttonLook } from '@/components/ui/button'

export default function PageBroke({ reset }: { error: Error; reset: () => void }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const said = brokenWords()
  return (
    <div className="shell max-w-text py-16 md:py-24" suppressHydrationWarning>
      <h1 ref={title} tabIndex={-1}>
        {said.title}
      </h1>
      <p className="mt-3 text-lg text-muted">{said.text}</p>
      <div className="mt-8 flex flex-wrap gap-3">
        <button type="button" onClick={reset} className={buttonLook({})}>
          {said.retry}
        </button>
        <a href="/" className={buttonLook({ variant: 'secondary' })}>
          {said.home}
        </a>
      </div>
    </div>
  )
}
