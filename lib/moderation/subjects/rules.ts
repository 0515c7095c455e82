import type { Db } from '../../db'
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

export type Restricting = { byId: string | null; now: Date; code: string; text: string }

export type Told = {
  kind: 'changes_asked' | 'appeal_filed' | 'appeal_rejected'
  byId: string
  byRole: 'author' | 'moderator'
  now: Date
  detail?: Record<string, unknown>
}

/** What a slice says of its own so that the desk can work on it. Called with the row locked, inside one transaction. */
export type SubjectDesk = {
  /** The thing as it is now; `lock` keeps it still until the transaction ends. */
  find: (db: Db, id: string, lock: boolean) => Promise<Subject | null>
  hide: (db: Db, subject: Subject, act: Restricting) => Promise<void>
  /** What was sent to the city: let everyone see it, or decline it. A kind without these decides for itself. */
  publish?: (db: Db, subject: Subject, act: Pick<Restricting, 'byId' | 'now'>) => Promise<void>
  refuse?: (db: Db, subject: Subject, act: Restricting) => Promise<void>
  restore: (db: Db, subject: Subject, act: Pick<Restricting, 'byId' | 'now'>) => Promise<void>
  /** Back to those who read before it is published, after an appeal. */
  reopen: (db: Db, subject: Subject, act: Pick<Restricting, 'byId' | 'now'>) => Promise<void>
  /** Tells those who answer for it, or who wrote it, what was asked of them or answered to them; an idea's journal does so itself. */
  tell?: (db: Db, subject: Subject, told: Told) => Promise<void>
  /** Of these, by their ids, those that are also this reader's, whoever wrote them: they leave them to others. */
  ownAmong?: (db: Db, ids: string[], byId: string) => Promise<{ id: string }[]>
  /** Somebody reported it: `by` different people of known tie to the city have, so far. */
  reported?: (db: Db, subject: Subject, by: number) => Promise<void>
  /** A moderator found nothing wrong with it. */
  kept?: (db: Db, subject: Subject) => Promise<void>
  /** The thing's id behind the last word of its public address, or behind its id. */
  locate: (db: Db, address: string) => Promise<string | null>
}
