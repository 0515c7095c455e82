import type { ReactNode } from 'react'

const tones = {
  info: {
    look: 'border-control bg-tint',
    glyph: 'text-link',
    path: 'M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm1 13.5H9v-6h2v6Zm0-8H9v-2h2v2Z',
  },
  success: {
    look: 'border-success bg-success-tint',
    glyph: 'text-success',
    path: 'M10 1a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-1.2 13L4.7 9.9l1.4-1.4 2.7 2.6 5.1-5.1 1.4 1.4L8.8 14Z',
  },
  warn: {
    look: 'border-warn bg-warn-tint',
    glyph: 'text-warn',
    path: 'M10 1 19.5 18H.5L10 1Zm-1 6v5h2V7H9Zm0 6.5v2h2v-2H9Z',
  },
  danger: {
    look: 'border-danger bg-danger-tint',
    glyph: 'text-danger',
    path: 'M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3L6.3 1ZM9 5v6h2V5H9Zm0 7.5v2h2v-2H9Z',
  },
} as const
export type Tone = keyof typeof tones

/** Something to know before going on, or what has just happened. `live` reads it out as it appears. */
export function Notice({
  tone = 'info',
  title,
  live,
  children,
}: {
  tone?: Tone
  title?: ReactNode
  live?: 'status' | 'alert'
  children?: ReactNode
}) {
  const { look, glyph, path } = tones[tone]
  return (
    <div role={live} className={`flex items-start gap-3 rounded-card border p-4 ${look}`}>
      <svg
        viewBox="0 0 20 20"
        width="24"
        height="24"
        aria-hidden="true"
        className={`mt-0.5 shrink-0 ${glyph}`}
      >
        <path fill="currentColor" d={path} />
      </svg>
      <div className="min-w-0">
        {title && <p className="font-bold">{title}</p>}
        {children && <div className="[&>*+*]:mt-2">{children}</div>}
      </div>
    </div>
  )
}
