'use client'

import { type ReactNode, useState } from 'react'
import { useAwake } from '@/components/ui/awake'
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
  const [isCopied, setCopied] = useState(false)
  const isAwake = useAwake()
  // Out of a secure context there is none, whatever its type says.
  if (!isAwake || !('clipboard' in navigator)) return null
  return (
    <button
      type="button"
      className={buttonLook({ variant: 'secondary', size: 'small' })}
      onClick={() => navigator.clipboard.writeText(address).then(() => setCopied(true))}
    >
      {icon}
      <span role="status">{isCopied ? done : text}</span>
    </button>
  )
}
