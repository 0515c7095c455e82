import type { FormState } from '@/lib/form-state'
import type { RegistrationWords } from './registration-words'

/** A date and a role on it that one may choose. */
export type SeatChoice = {
  value: string
  label: string
  /** How many places are left, in words. */
  left: string | null
  isFull: boolean
  waits: boolean
}
export type Action = (before: FormState, form: FormData) => Promise<FormState>
export type BoxProps = {
  activityId: string
  choices: SeatChoice[]
  labels: Record<string, string>
  maxParty: number
  /** Whether those of some age cannot come, or not without somebody's agreement. */
  asksAge: boolean
  words: RegistrationWords
  closed: string | null
  mine: string
  actions: { register: Action; ask: Action; accept: Action; reconfirm: Action; cancel: Action }
}
