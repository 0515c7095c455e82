import 'server-only'
import { and, asc, eq, exists, sql } from 'drizzle-orm'
import { addenda, journal, questions } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { isOf } from '../../names/queries'

/** What somebody added under an idea: the row names nobody, its event does. */
export function addendaBy(db: Db, personId: string) {
  const { ideaId, body, at } = addenda
  const told = and(eq(journal.kind, 'addendum'), eq(journal.aboutId, ideaId), eq(journal.at, at))
  const isTheirs = exists(
    db
      .select()
      .from(journal)
      .where(and(told, isOf(journal.byId, personId))),
  )
  return db.select({ ideaId, body, at }).from(addenda).where(isTheirs).orderBy(asc(at))
}

/** What somebody answered to the city's questions, in public or not. */
export function answersBy(db: Db, personId: string) {
  const { id, ideaId, body: question, answer, answeredAt } = questions
  const told = and(
    eq(journal.kind, 'answered'),
    eq(journal.aboutId, ideaId),
    sql`${journal.detail} ->> 'questionId' = ${id}::text`,
  )
  const isTheirs = exists(
    db
      .select()
      .from(journal)
      .where(and(told, isOf(journal.byId, personId))),
  )
  return db
    .select({ ideaId, question, answer, answeredAt })
    .from(questions)
    .where(isTheirs)
    .orderBy(asc(answeredAt))
}
