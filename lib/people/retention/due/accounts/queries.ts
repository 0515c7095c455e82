import 'server-only'
import { and, eq, exists, gt, isNotNull, isNull, lt, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { ideas, journal, people } from '../../../../../drizzle/schema'
import type { Db } from '../../../../db'
import type { Limits } from '../../rules'

/** Nobody is forgotten without having had a month to come back; where no letter can reach them, nothing is waited for. */
export function accountsDue(db: Db, limit: Limits) {
  const seen = sql`coalesce(${people.seenAt}, ${people.joinedAt})`
  const away = (date: Date) => and(isNull(people.deletedAt), sql`${seen} < ${instant(date)}`)!
  const told = warning('account_expiring', people.id)
  const lately = and(told, sql`${journal.at} > ${seen}`)
  const longAgo = and(lately, lt(journal.at, limit.sessions))
  return {
    inactive_warned: {
      from: people,
      where: and(away(limit.inactive_warned), isNotNull(people.email), notExists(found(db, lately)))!,
    },
    inactive: {
      from: people,
      where: and(away(limit.inactive), or(isNull(people.email), exists(found(db, longAgo))))!,
    },
  }
}

/** A draft that nobody has signed in for is nobody's to be told of. */
export function draftsDue(db: Db, limit: Limits) {
  const untouched = (date: Date) => and(eq(ideas.publication, 'draft'), lt(ideas.changedAt, date))!
  const lately = and(warning('draft_expiring', ideas.id), gt(journal.at, ideas.changedAt))
  const longAgo = and(lately, lt(journal.at, limit.sessions))
  return {
    drafts_warned: {
      from: ideas,
      where: and(untouched(limit.drafts_warned), isNotNull(ideas.authorId), notExists(found(db, lately)))!,
    },
    drafts: {
      from: ideas,
      where: and(untouched(limit.drafts), or(isNull(ideas.authorId), exists(found(db, longAgo))))!,
    },
  }
}

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`

function warning(kind: 'account_expiring' | 'draft_expiring', about: PgColumn) {
  return and(eq(journal.kind, kind), eq(journal.aboutId, about))
}

function found(db: Db, where: SQL | undefined) {
  return db.select({ id: journal.id }).from(journal).where(where)
}
