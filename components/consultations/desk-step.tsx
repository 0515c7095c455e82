import type { ReactNode } from 'react'

/** A step of looking after a consultation, under its name. */
export function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-6">
      <h2 className="text-xl md:text-xl">{title}</h2>
      <div className="mt-3 space-y-4">{children}</div>
    </section>
  )
}
