import 'server-only'
import {
  and,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  ideas,
  journal,
  letters,
  notices,
  people,
  rateLimits,
  reports,
  retentionRuns,
  scopeKeys,
  sessions,
  signInLinks,
} from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { limitsAt, type RetentionRow, retentionRows } from './rules'

type Due = { from: PgTable; where: SQL }

type Limits = ReturnType<typeof limitsAt>

/** What is past its time now, kind by kind: the same words count it and forget it. */
export function dueAt(db: Db, now: Date): Record<RetentionRow, Due> {
  const limit = limitsAt(now)
  return { ...tracesDue(db, limit), ...accountsDue(db, limit), ...draftsDue(db, limit) }
}

function tracesDue(db: Db, limit: Limits) {
  const ended = sql`least(${ideas.deadlineAt}, ${ideas.withdrawnAt}) < ${instant(limit.voices)}`
  const old = db.select({ id: ideas.id }).from(ideas).where(ended)
  return {
    sign_in_links: { from: signInLinks, where: lt(signInLinks.expiresAt, limit.sign_in_links) },
    rate_windows: { from: rateLimits, where: lt(rateLimits.windowStart, limit.rate_windows) },
    sessions: {
      from: sessions,
      where: or(lt(sessions.expiresAt, limit.sessions), lt(sessions.revokedAt, limit.sessions))!,
    },
    voices: { from: scopeKeys, where: and(isNotNull(scopeKeys.sealed), inArray(scopeKeys.ideaId, old))! },
    reporters: {
      from: reports,
      where: and(
        lt(reports.closedAt, limit.reporters),
        or(isNotNull(reports.email), isNotNull(reports.reporterId)),
      )!,
    },
    letters: { from: letters, where: lt(letters.queuedAt, limit.letters) },
    notices: { from: notices, where: lt(notices.at, limit.notices) },
  }
}

/** Nobody is forgotten without having had a month to come back; where no letter can reach them, nothing is waited for. */
function accountsDue(db: Db, limit: Limits) {
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
function draftsDue(db: Db, limit: Limits) {
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

/** What would be forgotten if it were done now, and when it last was: nothing is touched. */
export function findRetention(tenant: Tenant, now: Date) {
  return inTenant(tenant, async (db) => {
    const due = dueAt(db, now)
    const rows = []
    for (const row of retentionRows) {
      const [counted] = await db
        .select({ count: sql<number>`count(*)::int` })
        .from(due[row].from)
        .where(due[row].where)
      const [last] = await db
        .select()
        .from(retentionRuns)
        .where(eq(retentionRuns.row, row))
        .orderBy(desc(retentionRuns.at))
        .limit(1)
      const [ever] = await db
        .select({ done: sql<number>`coalesce(sum(${retentionRuns.done}), 0)::int` })
        .from(retentionRuns)
        .where(and(eq(retentionRuns.row, row), gt(retentionRuns.done, 0)))
      rows.push({
        row,
        due: counted!.count,
        lastAt: last?.at ?? null,
        lastDone: last?.done ?? 0,
        ever: ever!.done,
      })
    }
    return rows
  })
}
export type RetentionReport = Awaited<ReturnType<typeof findRetention>>
