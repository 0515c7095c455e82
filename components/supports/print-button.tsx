'use client'

import type { ReactNode } from 'react'
import { useAwake } from '@/components/ui/awake'
import { Button } from '@/components/ui/button'

/** Without scripts the browser's own menu prints the page just as well: no button then. */
export function PrintButton({ text, icon }: { text: string; icon: ReactNode }) {
  if (!useAwake()) return null
  return (
    <Button type="button" icon={icon} onClick={() => window.print()}>
      {text}
    </Button>
  )
}
