'use client'

import { useEffect, useRef } from 'react'

/** What is wrong in a form, each line leading to its field. Takes the focus when it appears, with or without scripts. */
export function ErrorSummary({ title, errors }: { title: string; errors: { name: string; text: string }[] }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      autoFocus
      aria-labelledby="error-summary-title"
      className="mb-8 rounded-card border-2 border-danger bg-danger-tint p-5"
    >
      <h2 id="error-summary-title" className="text-xl">
        {title}
      </h2>
      <ul className="mt-2 list-disc ps-6">
        {errors.map(({ name, text }) => (
          <li key={name}>
            <a href={`#${name}`} className="font-bold text-danger hover:text-danger">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
