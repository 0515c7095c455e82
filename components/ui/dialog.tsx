'use client'

import { type ReactNode, useId, useRef } from 'react'
import { buttonLook } from './button'

/** A native dialog and the button that opens it: focus, Escape and the ground behind are the browser's. */
export function Dialog({
  trigger,
  title,
  close,
  variant = 'secondary',
  children,
}: {
  trigger: ReactNode
  title: string
  close: string
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()} className={buttonLook({ variant })}>
        {trigger}
      </button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto max-h-[90dvh] w-[min(36rem,calc(100vw-2rem))] overflow-y-auto rounded-card border border-line bg-paper p-6 text-ink shadow-float backdrop:bg-deep/60"
      >
        <h2 id={titleId} className="text-xl">
          {title}
        </h2>
        <div className="mt-4">{children}</div>
        <form method="dialog" className="mt-6 flex justify-end">
          <button className={buttonLook({ variant: 'secondary' })}>{close}</button>
        </form>
      </dialog>
    </>
  )
}
