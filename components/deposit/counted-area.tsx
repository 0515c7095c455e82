'use client'

import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { FormArea } from '@/components/forms/form-fields'
import { useFilled } from '@/components/forms/form-state'
import { useTyped } from '@/components/forms/typed'
import type { FormState } from '@/lib/form-state'
import { lengthOf } from '@/lib/text'

type Keep = {
  action: (before: FormState<'not_there'>, form: FormData) => Promise<FormState<'not_there'>>
  ideaId: string
  saved: string
  unsaved: string
}
type Props = ComponentProps<typeof FormArea> & {
  limits: { min: number; max: number }
  words: Record<'count' | 'missing' | 'over', string>
  locale: string
  /** Keeps what is written while it is being written. */
  keep?: Keep
}

/** A text with its length beside it, counted as the city counts it. */
export function CountedArea({ limits, words, locale, keep, ...area }: Props) {
  const { value = '' } = useFilled(area.name, area.value)
  const { text, area: typed } = useTyped(value)
  const kept = useKept(keep, area.name, text, locale)
  const number = new Intl.NumberFormat(locale)
  const length = lengthOf(text)
  const count = words.count
    .replace('{count}', number.format(length))
    .replace('{max}', number.format(limits.max))
  const short = length < limits.min && words.missing.replace('{left}', number.format(limits.min - length))
  const over = length > limits.max && words.over.replace('{over}', number.format(length - limits.max))
  return (
    <div>
      <FormArea {...area} {...typed} />
      <div className="mt-2 flex flex-wrap justify-between gap-x-6 text-base text-muted">
        <p className={over ? 'font-bold text-danger' : ''}>
          {count}
          {(over || short) && ` · ${over || short}`}
        </p>
        <p role="status">{kept}</p>
      </div>
    </div>
  )
}

/** A second after the last word, and again after each failure once something is written. */
function useKept(keep: Keep | undefined, name: string, text: string, locale: string): string {
  const [said, say] = useState('')
  const last = useRef(text)
  useEffect(() => {
    if (!keep || text === last.current) return
    const timer = setTimeout(async () => {
      const form = new FormData()
      form.set('ideaId', keep.ideaId)
      form.set(name, text)
      const answer = await keep.action({ status: 'idle' }, form).catch(() => null)
      if (answer?.status !== 'done') return say(answer ? '' : keep.unsaved)
      last.current = text
      say(
        keep.saved.replace(
          '{time}',
          new Date().toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }),
        ),
      )
    }, 1000)
    return () => clearTimeout(timer)
  }, [keep, name, text, locale])
  return said
}
