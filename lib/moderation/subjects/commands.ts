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
import type { Subject, SubjectDesk, Told } from './rules'

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
