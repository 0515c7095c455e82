'use client'

import { useEffect, useState } from 'react'
import { askMe } from './me'

/** « Se connecter », until the page learns who is reading it. The room it takes does not change. */
export function AccountPlace({
  signIn,
  account,
  className,
}: {
  signIn: { href: string; text: string }
  account: { href: string; text: string; unread: string }
  className: string
}) {
  const [name, setName] = useState<string | null>(null)
  const [unread, setUnread] = useState(0)
  useEffect(() => {
    askMe().then((me) => {
      setName(me?.name ?? null)
      setUnread(me?.unread ?? 0)
    })
  }, [])
  return (
    <a
      href={(name === null ? signIn : account).href}
      className={`relative ${className}`}
      data-signed-in={name !== null || undefined}
    >
      <svg
        viewBox="0 0 24 24"
        width="20"
        height="20"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <circle cx="12" cy="8" r="4" />
        <path d="M4 21a8 8 0 0 1 16 0" strokeLinecap="round" />
      </svg>
      <span className="truncate">{name === null ? signIn.text : account.text}</span>
      {unread > 0 && (
        <span className="absolute -end-2 -top-2 min-w-6 rounded-full bg-action px-1.5 text-center text-sm leading-6 text-on-action">
          {unread > 99 ? '99+' : unread}
          <span className="sr-only"> {account.unread}</span>
        </span>
      )}
    </a>
  )
}
