'use client'

import { type ReactNode, useRef } from 'react'
import { Progress } from '@/components/ui/progress'
import { AfterPress } from './after-press'
import type { Count } from './count-state'
import { StickyPress } from './sticky-press'
import { PressForm } from './press-form'
import { type Action, useSupport } from './support-state'
import type { SupportWords } from './support-words'

type Props = {
  ideaId: string
  initial: Count
  signIn: string
  actions: { give: Action; takeBack: Action }
  words: SupportWords
  returning: boolean
  mayTakeBack: boolean
  icons: { give: ReactNode; reached: ReactNode }
  follow: ReactNode
  share: ReactNode
  children?: ReactNode
}

export function SupportBox({ words, icons, ...props }: Props) {
  const support = useSupport(props)
  const { count, outcome, standing } = support
  const place = useRef<HTMLDivElement>(null)
  const shown = outcome.kind === 'sending' ? outcome.before : outcome
  const isOpen = words.ended === null && !standing?.own
  return (
    <section
      id="soutenir"
      data-about-idea={props.ideaId}
      aria-label={words.title}
      className="scroll-mt-4 rounded-card border border-line bg-paper p-5 md:p-6"
    >
      <Figures count={count} words={words} isOver={words.ended !== null} />
      {words.reached && <Clock words={words.reached} icon={icons.reached} isOpen={words.ended === null} />}
      {words.ended && <p className="mt-4 font-bold">{words.ended}</p>}
      <div ref={place} className="mt-5">
        {isOpen && shown.kind !== 'counted' && (
          <PressForm {...props} words={words} icon={icons.give} support={support} />
        )}
        {standing?.own && words.ended === null && <p>{words.refused.own_idea}</p>}
        <AfterPress {...props} words={words} support={support} shown={shown} />
      </div>
      {isOpen && shown.kind !== 'counted' && (
        <StickyPress place={place} words={words} icon={icons.give} count={count} />
      )}
      {props.children}
    </section>
  )
}

function Figures({ count, words, isOver }: { count: Count; words: SupportWords; isOver: boolean }) {
  const { count: supports, threshold } = count
  const number = new Intl.NumberFormat(words.locale)
  const form = new Intl.PluralRules(words.locale)
  const left = Math.max(0, threshold - supports)
  const sentence = (words.left[form.select(left)] ?? words.left.other ?? '').replace(
    '{n}',
    number.format(left),
  )
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-title text-4xl font-bold text-ink">{number.format(supports)}</span>
        <span className="text-lg">{words.count[form.select(supports)] ?? words.count.other}</span>
        <span className="text-lg text-muted">{words.ofThreshold}</span>
      </p>
      <div className="mt-3">
        <Progress
          value={supports}
          max={threshold || 1}
          text={`${number.format(supports)} ${words.ofThreshold}`}
          thick
        />
      </div>
      {!count.reached && !isOver && <p className="mt-3">{sentence}</p>}
      {words.apart.map((one) => (
        <p key={one} className="mt-2 text-base text-muted">
          {one}
        </p>
      ))}
    </>
  )
}

function Clock({
  words,
  icon,
  isOpen,
}: {
  words: NonNullable<SupportWords['reached']>
  icon: ReactNode
  isOpen: boolean
}) {
  return (
    <div className="mt-4 rounded-card bg-success-tint p-4">
      <p className="flex items-center gap-2 font-bold text-success">
        {icon}
        {words.title}
      </p>
      <p className="mt-1">{words.on}</p>
      {words.due && <p className={`mt-2 font-bold ${words.isLate ? 'text-danger' : ''}`}>{words.due}</p>}
      {isOpen && <p className="mt-2">{words.stillOpen}</p>}
      <p className="mt-3">
        <a href={words.certificate.href} className="inline-flex min-h-11 items-center font-bold">
          {words.certificate.text}
        </a>
      </p>
    </div>
  )
}
