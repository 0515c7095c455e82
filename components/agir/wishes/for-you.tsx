'use client'

import { type ReactNode, useEffect, useState } from 'react'

type Reason = { kind: string; said: string; metres: number }
type Shown = {
  href: string
  title: string
  locale: string
  organiser: string | null
  place: string | null
  startsAt: string | null
  zone: string | null
  reasons: Reason[]
}
type Answer = { isAsked: boolean | null; suggestions?: Shown[] }
export type ForYouWords = {
  locale: string
  title: string
  all: string
  whenYouCan: string
  offer: string
  offerLink: string
  reasons: Record<string, string>
}
type Given = { words: ForYouWords; href: string; icon: ReactNode }

/** On a home that is the same for everyone: what this reader may like, with the reasons, or how to ask for it. */
export function ForYou({ words, href, icon }: Given) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => void ask(words.locale).then(setAnswer), [words.locale])
  if (answer?.isAsked === false)
    return (
      <p className="shell flex flex-wrap items-center gap-x-4 pt-8">
        {words.offer}
        <a href={href} className="inline-flex min-h-11 items-center font-bold">
          {words.offerLink}
        </a>
      </p>
    )
  if (!answer?.suggestions?.length) return null
  return (
    <section aria-labelledby="pour-vous" className="shell pt-12">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-2">
        <h2 id="pour-vous">{words.title}</h2>
        <a href={href} className="inline-flex min-h-11 items-center font-bold">
          {words.all}
        </a>
      </div>
      <ul className="mt-6 grid gap-4 md:grid-cols-3">
        {answer.suggestions.map((one) => (
          <li key={one.href} className="flex">
            <Line one={one} words={words} icon={icon} />
          </li>
        ))}
      </ul>
    </section>
  )
}

async function ask(locale: string): Promise<Answer | null> {
  const answer = await fetch(`/api/v1/me/suggestions?langue=${locale}`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Answer) : null
}

function Line({ one, words, icon }: Omit<Given, 'href'> & { one: Shown }) {
  return (
    <article className="relative flex flex-1 flex-col rounded-card border border-line bg-paper p-5 hover:border-control">
      <h3 className="text-lg leading-snug md:text-lg">
        <a
          href={one.href}
          lang={one.locale === words.locale ? undefined : one.locale}
          dir="auto"
          className="text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline"
        >
          {one.title}
        </a>
      </h3>
      <p className="mt-2 font-bold first-letter:uppercase">
        {one.startsAt ? when(one, words) : words.whenYouCan}
      </p>
      <p className="text-muted">
        <bdi>{one.place ?? one.organiser}</bdi>
      </p>
      <ul className="mt-auto space-y-1 border-t border-line pt-3 text-base text-muted">
        {one.reasons.map(({ kind, said, metres }) => (
          <li key={kind} className="flex gap-1.5">
            {icon}
            {words.reasons[kind]
              ?.replace('{said}', said)
              .replace('{metres}', metres.toLocaleString(words.locale))}
          </li>
        ))}
      </ul>
    </article>
  )
}

/** As the clocks of the place show it. */
function when({ startsAt, zone }: Shown, { locale }: ForYouWords): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, { ...day, timeZone: zone ?? undefined }).format(new Date(startsAt!))
}
