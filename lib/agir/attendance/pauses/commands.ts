import 'server-only'
import { eq } from 'drizzle-orm'
import { occurrences } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { holdDate } from '../../dates/commands'
import { reckonAnew } from '../../hours/commands'
import { markingRefusal, type MarkRefusal } from '../rules'

type Pausing = { dateId: string; personId: string; breakMinutes: number; now: Date }

/** How long the break of a date was. Hours that wait are reckoned without it. */
export function setBreak(
  tenant: { id: string },
  { breakMinutes, ...act }: Pausing,
): Promise<Outcome<undefined, MarkRefusal>> {
  return inTenant(tenant, async (db) => {
    const held = await holdDate(db, act)
    if (!held) return refused('not_there')
    const refusal = markingRefusal(held.date, act.now)
    if (refusal) return refused(refusal)
    await db.update(occurrences).set({ breakMinutes }).where(eq(occurrences.id, held.date.id))
    await reckonAnew(db, {
      ...held,
      date: { ...held.date, breakMinutes },
      personId: act.personId,
      now: act.now,
    })
    return done(undefined)
  })
}
