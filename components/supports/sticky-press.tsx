'use client'

import { type ReactNode, type RefObject, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { Count } from './count-state'
import { pressForm } from './press-form'
import type { SupportWords } from './support-words'

/** On phones the button stays at hand while its own place is out of sight, and leaves room for the end of the page. */
export function StickyPress({
  place,
  words,
  icon,
  count,
}: {
  place: RefObject<HTMLElement | null>
  words: SupportWords
  icon: ReactNode
  count: Count
}) {
  const isNeeded = useOutOfSight(place)
  if (!isNeeded) return null
  const number = new Intl.NumberFormat(words.locale)
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 flex items-center gap-4 border-t border-line bg-paper px-4 py-3 shadow-float lg:hidden">
      <p className="tabular leading-tight whitespace-nowrap">
        <span className="block font-title text-xl font-bold">{number.format(count.count)}</span>
        <span className="text-sm text-muted">{words.ofThreshold}</span>
      </p>
      <Button type="submit" form={pressForm} size="medium" wide icon={icon}>
        {words.give}
      </Button>
    </div>
  )
}

function useOutOfSight(place: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState({ place: true, footer: false })
  useEffect(() => {
    const footer = document.querySelector('body > footer')
    const watcher = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries)
        setSeen((now) => ({ ...now, [target === footer ? 'footer' : 'place']: isIntersecting }))
    })
    for (const one of [place.current, footer]) if (one) watcher.observe(one)
    return () => watcher.disconnect()
  }, [place])
  return !seen.place && !seen.footer
}
