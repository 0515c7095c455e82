'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { buttonLook } from '@/components/ui/button'

/** There only where the browser can: a button that does nothing is never shown. */
export function CopyLink({
  address,
  text,
  done,
  icon,
}: {
  address: string
  text: string
  done: string
  icon: ReactNode
}) {
  const [state, setState] = useState<'absent' | 'ready' | 'copied'>('absent')
  useEffect(() => {
    if (navigator.clipboard) setState('ready')
  }, [])
  if (state === 'absent') return null
  return (
    <button
      type="button"
      className={buttonLook({ variant: 'secondary', size: 'small' })}
      onClick={() => navigator.clipboard.writeText(address).then(() => setState('copied'))}
    >
      {icon}
      <span role="status">{state === 'copied' ? done : text}</span>
    </button>
  )
}
