import type { ReactNode } from 'react'

/** Names and what each stands for, side by side where there is room. */
export function Facts({ facts }: { facts: [name: string, is: ReactNode][] }) {
  return (
    <dl className="divide-y divide-line border-y border-line">
      {facts.map(([name, is]) => (
        <div key={name} className="grid gap-1 py-3 sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-4">
          <dt className="font-bold">{name}</dt>
          <dd className="wrap-anywhere">{is}</dd>
        </div>
      ))}
    </dl>
  )
}
