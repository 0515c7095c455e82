'use client'

import type { ReactNode } from 'react'
import { useAwake } from '@/components/ui/awake'

/** Puts an announcement away in this browser, for good. Without a script it stays. */
export function Dismiss({ place, label, icon }: { place: string; label: string; icon: ReactNode }) {
  if (!useAwake()) return null
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={() => putAway(place)}
      className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-ink hover:bg-paper"
    >
      {icon}
    </button>
  )
}

function putAway(place: string) {
  document.getElementById(place)!.hidden = true
  try {
    localStorage.setItem(place, '1')
  } catch {
    // A browser that keeps nothing shows it again on the next page.
  }
}
