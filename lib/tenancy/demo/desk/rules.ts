import type { decisions, tasks } from '../../../../drizzle/schema'
import { groundOf } from '../../../moderation/rules'
import { daysBefore } from '../rules'

/** As the rules of a demo city have it. */
export const appealDays = 30

type Row = {
  id?: string
  title?: string
  authorId?: string | null
  districtCode?: string | null
  secondDistrictCode?: string | null
  themeId?: string | null
  submittedAt?: Date | null
  moderationDueAt?: Date | null
  publishedAt?: Date | null
  refusedAt?: Date | null
  refusalCode?: string | null
  refusalText?: string | null
}
type NewTask = typeof tasks.$inferInsert & { id: string }
type NewDecision = typeof decisions.$inferInsert

/** As much of an idea as its task repeats. */
export function aboutIdea({ id, title, authorId, districtCode, secondDistrictCode, themeId }: Row) {
  return {
    subjectKind: 'idea' as const,
    subjectId: id!,
    title: title!,
    authorId: authorId ?? null,
    districtCode: districtCode ?? null,
    secondDistrictCode: secondDistrictCode ?? null,
    themeId: themeId ?? null,
  }
}

/** The task an idea was until somebody published or refused it, and that decision; null while it waits. */
export function pastReading(
  row: Row,
  readerId: string,
  ruleVersion: number,
): { task: NewTask; decision: NewDecision } | null {
  const { submittedAt, publishedAt, refusedAt, refusalCode, refusalText } = row
  const at = publishedAt ?? refusedAt
  if (!at || readerId === row.authorId) return null
  // Most are read within two days: what the demo says of an idea is when it appeared.
  const openedAt = submittedAt && submittedAt < at ? submittedAt : daysBefore(at, 1.4)
  const about = aboutIdea(row)
  const id = crypto.randomUUID()
  const dueAt = row.moderationDueAt ?? at
  const task: NewTask = { ...about, id, kind: 'submission', openedAt, dueAt, closedAt: at }
  const {
    title: _title,
    districtCode: _district,
    secondDistrictCode: _second,
    themeId: _theme,
    ...concerned
  } = about
  const made = { ...concerned, taskId: id, byId: readerId, at, source: 'submission' as const }
  if (!refusedAt) return { task, decision: { ...made, act: 'publish' } }
  const reasons = {
    restriction: 'not_published' as const,
    ground: groundOf(refusalCode!),
    ruleVersion,
    appealUntil: daysBefore(at, -appealDays),
  }
  return { task, decision: { ...made, act: 'refuse', code: refusalCode, text: refusalText, ...reasons } }
}
