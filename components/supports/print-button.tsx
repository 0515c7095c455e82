'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Without scripts the browser's own menu prints the page just as well: no button then. */
export function PrintButton({ text, icon }: { text: string; icon: ReactNode }) {
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  if (!isReady) return null
  return (
    <Button type="button" icon={icon} onClick={() => window.print()}>
      {text}
    </Button>
  )
}
