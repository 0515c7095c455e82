import 'server-only'
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { consultations, journal } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { note } from '../history/commands'
import { dayIn } from '../rules'
import { dayOfTurn, type Turn, turnsOf } from './rules'

type City = { id: string; timeZone: string }

/** Tells of what has opened, ends soon or is owed late. Asked again, or by two at once, nothing is told twice. */
export function tellOfTurns(tenant: City, now: Date): Promise<void> {
  const today = dayIn(tenant.timeZone, now)
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select()
      .from(consultations)
      .where(
        and(
          isNotNull(consultations.publishedAt),
          isNull(consultations.cancelledOn),
          isNull(consultations.reportedOn),
        ),
      )
      .orderBy(consultations.id)
      .for('update')
    for (const row of rows)
      for (const turn of turnsOf(row, dayIn(tenant.timeZone, row.publishedAt!), today))
        if (!(await isTold(db, row, turn))) await note(db, turn, row, { byId: null, now })
  })
}

async function isTold(db: Db, row: typeof consultations.$inferSelect, turn: Turn): Promise<boolean> {
  const day = dayOfTurn[turn]
  const same = and(
    eq(journal.aboutId, row.id),
    eq(journal.kind, turn),
    sql`${journal.detail} ->> ${day} = ${row[day]}`,
  )
  return (await db.$count(journal, same)) > 0
}
