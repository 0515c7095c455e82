import 'server-only'
import type { Db } from '../../db'
import { activityOnDesk } from '../../agir/activities/moderation/commands'
import { messageOnDesk } from '../../agir/conversations/moderation/commands'
import { initiativeOnDesk } from '../../agir/initiatives/moderation/commands'
import { newsOnDesk } from '../../agir/news/moderation/commands'
import { organisationOnDesk } from '../../agir/organisations/moderation/commands'
import { commentOnDesk } from '../../comments/moderation/commands'
import { record } from '../../journal/commands'
import { ideaOnDesk } from '../../ideas/moderation/subject/commands'
import type { SubjectKind } from '../rules'
import type { Subject } from './rules'

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

const desks: Record<SubjectKind, SubjectDesk> = {
  idea: ideaOnDesk,
  comment: commentOnDesk,
  organisation: organisationOnDesk,
  activity: activityOnDesk,
  message: messageOnDesk,
  initiative: initiativeOnDesk,
  news: newsOnDesk,
}

/** How a kind of thing is worked on. */
export function deskOf(kind: SubjectKind): SubjectDesk {
  return desks[kind]
}

export async function findSubject(
  db: Db,
  kind: SubjectKind,
  id: string,
  { lock = false } = {},
): Promise<Subject | null> {
  return deskOf(kind).find(db, id, lock)
}

/** What happened to a thing on the desk is written down, for those who answer for it. */
export async function tellOf(db: Db, subject: Subject, told: Told): Promise<void> {
  const { tell } = deskOf(subject.kind)
  if (tell) return tell(db, subject, told)
  const { kind, byId, byRole, now: at, detail } = told
  await record(db, { kind, aboutId: subject.id, byId, byRole, visibility: 'internal', at, detail })
}

type Asked = { subjectKind: SubjectKind; subjectId: string }

/** Of what is asked, the ids of what this reader answers for and so does not judge. */
export async function ownIds(db: Db, asked: readonly Asked[], byId: string): Promise<Set<string>> {
  const own = new Set<string>()
  for (const kind of new Set(asked.map(({ subjectKind }) => subjectKind))) {
    const ids = asked.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []))
    for (const { id } of (await deskOf(kind).ownAmong?.(db, ids, byId)) ?? []) own.add(id)
  }
  return own
}

export async function isOwn(db: Db, { kind, id }: Subject, byId: string): Promise<boolean> {
  return (await ownIds(db, [{ subjectKind: kind, subjectId: id }], byId)).has(id)
}
