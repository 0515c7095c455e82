'use client'

import { createContext, use } from 'react'
import type { FieldError } from '@/lib/form-state'

export type FormWords = {
  /** A length is written as its language writes numbers; a limit may also be a year. */
  locale?: string
  /** Above the list of what is wrong. */
  summary: string
  /** `{label}` and `{error}`, as the language puts them side by side. */
  line: string
  /** One sentence for each code, in which `{min}` and `{max}` stand for the limits. */
  errors: Record<string, string>
}

type Filled = {
  errors: Record<string, string>
  values: Record<string, string>
  /** What each error names, for a button that takes it. */
  named?: Record<string, string | undefined>
  heavy?: string
}

/** `heavy` is said of a file that would not even be read. */
export const FilledForm = createContext<Filled>({ errors: {}, values: {} })

/** What was written in a field when the form last failed, and why it was not accepted. */
export function useFilled(name: string, given?: string) {
  const { errors, values, named = {} } = use(FilledForm)
  return { error: errors[name], value: values[name] ?? given, named: named[name] }
}

export function sentence(words: FormWords, { code, min, max, said = {} }: FieldError) {
  const template = words.errors[code] ?? words.errors.unreadable ?? ''
  const isLength = code === 'too_short' || code === 'too_long'
  const written = (limit = 0) => (isLength ? limit.toLocaleString(words.locale) : String(limit))
  const parts: Record<string, string> = { min: written(min), max: written(max), ...said }
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole)
}
