import 'server-only'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { appeals, changeRequests, decisions } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { rulesInForce } from '../../rules/queries'

type City = { id: string }

/**
 * The last restriction of somebody's own text, as a statement of reasons: what was restricted, why, on what ground, by
 * what means and what can be done about it. Never by whom.
 */
export function findStatement(tenant: City, subjectId: string, authorId: string) {
  return inTenant(tenant, async (db) => {
    const [statement] = await db
      .select({
        id: decisions.id,
        at: decisions.at,
        restriction: decisions.restriction,
        code: decisions.code,
        text: decisions.text,
        source: decisions.source,
        ground: decisions.ground,
        groundText: decisions.groundText,
        ruleVersion: decisions.ruleVersion,
        isAutomated: decisions.isAutomated,
        byTwo: sql<boolean>`${decisions.secondById} is not null`,
        appealUntil: decisions.appealUntil,
        mayAppeal: sql<boolean>`${decisions.appealUntil} > now() and ${appeals.id} is null`,
        appealedAt: appeals.at,
        appealDueAt: appeals.dueAt,
        outcome: appeals.outcome,
        reply: appeals.reply,
        repliedAt: appeals.decidedAt,
      })
      .from(decisions)
      .leftJoin(appeals, eq(appeals.decisionId, decisions.id))
      .where(
        and(
          eq(decisions.subjectId, subjectId),
          eq(decisions.authorId, authorId),
          ne(decisions.restriction, 'none'),
        ),
      )
      .orderBy(desc(decisions.at))
      .limit(1)
    if (!statement) return null
    const { rules } = await rulesInForce(db)
    return { ...statement, answerDays: rules.appealAnswerDays }
  })
}
export type Statement = NonNullable<Awaited<ReturnType<typeof findStatement>>>

/** What an author was asked to change and has not sent back yet. */
export function findOpenRequest(tenant: City, subjectId: string) {
  return inTenant(tenant, async (db) => {
    const { round, text, askedAt, dueAt, answeredAt } = changeRequests
    const [request] = await db
      .select({ round, text, askedAt, dueAt })
      .from(changeRequests)
      .where(and(eq(changeRequests.subjectId, subjectId), sql`${answeredAt} is null`))
    return request ?? null
  })
}
