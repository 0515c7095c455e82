import type { Whereabouts } from '../../people/rules'
import type { SubjectKind } from '../rules'

/** Where a thing stands: nobody reads it yet, everyone does, it was taken from view, or it is gone for good. */
export type Standing = 'waiting' | 'refused' | 'visible' | 'hidden' | 'gone'

/** As much of a thing as the desk and a statement of reasons need. */
export type Subject = Whereabouts & {
  kind: SubjectKind
  id: string
  title: string
  text: string
  locale: string
  authorId: string | null
  standing: Standing
  /** Its address on the platform, without the language. */
  path: string
  supportCount: number
  /** The city owes an answer about it. */
  obligesTheCity?: boolean
  /** What it shows besides what it says. */
  pictures?: { file: string; alt: string }[]
}
