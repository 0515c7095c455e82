import type { ReactNode } from 'react'

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-titre`} className="scroll-mt-6 border-t border-line pt-8">
      <h2 id={`${id}-titre`} className="mb-4 text-xl md:text-xl">
        {title}
      </h2>
      {children}
    </section>
  )
}
