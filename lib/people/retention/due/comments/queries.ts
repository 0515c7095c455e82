import 'server-only'
import { and, eq, ne, sql } from 'drizzle-orm'
import { appeals, comments, decisions } from '../../../../../drizzle/schema'
import type { Due } from '../rules'

/** Words hidden the last time before a day, about which nothing is still disagreed; their place stays. */
export function hiddenCommentsDue(before: Date): Due {
  const hiddenAt = sql`(select max(${decisions.at}) from ${decisions}
    where ${decisions.subjectId} = ${comments.id} and ${decisions.act} = 'hide')`
  const agreed = sql`not exists (select from ${appeals} join ${decisions} on ${decisions.id} = ${appeals.decisionId}
    where ${decisions.subjectId} = ${comments.id} and ${appeals.decidedAt} is null)`
  const isHidden = and(eq(comments.state, 'hidden'), ne(comments.body, ''))
  const where = and(isHidden, sql`${hiddenAt} < ${before.toISOString()}::timestamptz`, agreed)!
  return { from: comments, where, emptied: sql`body = ''` }
}
