'use client'

import { useEffect, useRef, useState } from 'react'

type Forms = { one: string; other: string; withA: string; withThe: string; gender: string }
type Marks = Record<'one' | 'other' | 'withA' | 'withThe', string>
type Props = {
  label: string
  /** What the fields of the word are called in the form around this one, before their own names. */
  name: string
  locale: string
  /** Sentences with the word left out, once for each gender. */
  templates: Record<string, string[]>
  marks: { small: Marks; big: Marks }
  given: Forms | null
}

const forms = ['one', 'other', 'withA', 'withThe'] as const

/** Sentences of the product with the word as it is being written. */
export function WordExamples({ label, name, locale, templates, marks, given }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [word, setWord] = useState(given)
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    const read = () => setWord(wordIn(form, name))
    form.addEventListener('input', read)
    return () => form.removeEventListener('input', read)
  }, [name])
  const sentences = word ? (templates[word.gender] ?? []) : []
  return (
    <div ref={place} className="mt-5 rounded-control bg-tint p-4">
      <p className="text-sm font-bold text-muted">{label}</p>
      <ul lang={locale} dir="auto" className="mt-1 space-y-1">
        {word && [...new Set(sentences)].map((sentence) => <li key={sentence}>{said(sentence, word)}</li>)}
      </ul>
    </div>
  )

  function said(sentence: string, by: Forms): string {
    return forms.reduce(
      (text, form) =>
        text
          .replaceAll(marks.small[form], by[form])
          .replaceAll(marks.big[form], capitalised(by[form], locale)),
      sentence,
    )
  }
}

function wordIn(form: HTMLFormElement, name: string): Forms {
  const filled = new FormData(form)
  const read = (part: string) => String(filled.get(`${name}.${part}`) ?? '').trim() || '…'
  return {
    one: read('one'),
    other: read('other'),
    withA: read('withA'),
    withThe: read('withThe'),
    gender: read('gender'),
  }
}

const capitalised = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
