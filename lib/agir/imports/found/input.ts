import { z } from 'zod'

/** What another system announces, before anything in it is believed. */
export type FoundActivity = {
  id: string
  kind: 'event' | 'mission'
  title: string
  summary: string
  body: string
  practical: string
  /** Words by which it says what it is about. */
  subjects: string[]
  language: string
  place: string
  address: string
  latitude: number | null
  longitude: number | null
  isOnline: boolean
  url: string
  registerUrl: string
  price: string
  accessible: { mobility: boolean; hearing: boolean; sight: boolean }
  minors: boolean | null
  organiser: string
  /** Beginnings and ends, with or without an offset. */
  times: [begins: string, ends: string][]
  /** When it is needed, where no hour is said. */
  until: string
  removed: boolean
  licence: string
}

export const text = z
  .string()
  .nullish()
  .transform((said) => said ?? '')
export const degrees = z
  .number()
  .nullish()
  .transform((said) => said ?? null)
export const flag = z
  .unknown()
  .optional()
  .transform((said) => said === true || said === 1 || said === '1' || said === 'yes')

/** How a source is understood that says in its own way that nothing is asked for. */
export const free = 'gratuit'

/** What is not said. */
export const nothing = {
  practical: '',
  isOnline: false,
  registerUrl: '',
  price: '',
  accessible: { mobility: false, hearing: false, sight: false },
  minors: null,
  organiser: '',
  until: '',
  removed: false,
  licence: '',
}
