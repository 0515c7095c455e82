import 'server-only'
import { and, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { people, supportBans } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { isInForce } from './rules'

type City = { id: string }
const asker = alias(people, 'asker')

/** What waits for a second person, and what is in force: who disagrees first. */
export function listBans(tenant: City) {
  return inTenant(tenant, (db) =>
    db
      .select({ ban: shown, name: people.name, email: people.email, asker: asker.name })
      .from(supportBans)
      .innerJoin(people, eq(people.id, supportBans.personId))
      .leftJoin(asker, eq(asker.id, supportBans.askedById))
      .where(
        and(
          isNull(supportBans.declinedAt),
          or(isNull(supportBans.outcome), ne(supportBans.outcome, 'lifted')),
        ),
      )
      .orderBy(sql`${supportBans.appealedAt} desc nulls last`, desc(supportBans.askedAt))
      .limit(100),
  )
}
export type ListedBan = Awaited<ReturnType<typeof listBans>>[number]

const shown = {
  id: supportBans.id,
  reason: supportBans.reason,
  askedById: supportBans.askedById,
  askedAt: supportBans.askedAt,
  confirmedById: supportBans.confirmedById,
  confirmedAt: supportBans.confirmedAt,
  declinedAt: supportBans.declinedAt,
  appeal: supportBans.appeal,
  appealedAt: supportBans.appealedAt,
  outcome: supportBans.outcome,
  reply: supportBans.reply,
}

/** What the person it is about is told of it while it is in force; null when nothing is. */
export function findOwnBan(tenant: City, personId: string) {
  return inTenant(tenant, async (db) => {
    const [ban] = await db
      .select(shown)
      .from(supportBans)
      .where(and(eq(supportBans.personId, personId), isNotNull(supportBans.confirmedAt)))
      .orderBy(desc(supportBans.askedAt))
      .limit(1)
    return ban && isInForce(ban) ? ban : null
  })
}
export type OwnBan = NonNullable<Awaited<ReturnType<typeof findOwnBan>>>
