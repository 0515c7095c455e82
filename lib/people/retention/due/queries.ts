import 'server-only'
import { and, inArray, isNotNull, lt, ne, or, sql } from 'drizzle-orm'
import {
  accountUnions,
  appeals,
  carrierInvitations,
  changeRequests,
  decisions,
  evidence,
  ideas,
  journal,
  letters,
  notices,
  rateLimits,
  refusedMailboxes,
  reports,
  scopeKeys,
  sessions,
  signInLinks,
  staffInvitations,
  tasks,
} from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { journalled, type Limits, limitsAt, type RetentionRow } from '../rules'
import { accountsDue, draftsDue } from './accounts/queries'
import { hiddenCommentsDue } from './comments/queries'
import { bansDue } from './bans/queries'
import { touchDue } from './conversations/queries'
import { guestsDue } from './guests/queries'
import { organisationWordsDue, unansweredDue } from './organisations/queries'
import type { Due } from './rules'

/** What is past its time now, kind by kind: the same words count it and forget it. */
export function dueAt(db: Db, row: RetentionRow, now: Date): Due[] {
  const limit = limitsAt(now)
  const rows: Record<RetentionRow, Due | Due[]> = {
    ...tracesDue(db, limit),
    ...accountsDue(db, limit),
    ...draftsDue(db, limit),
    ...tracesOfOthers(limit),
    decision_words: reasonsDue(now, limit),
    guests: guestsDue(db, limit.guests),
  }
  return [rows[row]].flat()
}

function tracesDue(db: Db, limit: Limits) {
  const ended = sql`least(${ideas.deadlineAt}, ${ideas.withdrawnAt}) < ${instant(limit.voices)}`
  const old = db.select({ id: ideas.id }).from(ideas).where(ended)
  return {
    sign_in_links: [
      { from: signInLinks, where: lt(signInLinks.expiresAt, limit.sign_in_links) },
      { from: accountUnions, where: sql`done_at is null and expires_at < ${instant(limit.sign_in_links)}` },
    ],
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
      emptied: sql`reporter_id = null, email = null`,
    },
    ...touchDue(limit),
    letters: { from: letters, where: lt(letters.queuedAt, limit.letters) },
    notices: { from: notices, where: lt(notices.at, limit.notices) },
    mailboxes: { from: refusedMailboxes, where: lt(refusedMailboxes.at, limit.mailboxes) },
  }
}

function tracesOfOthers(limit: Limits) {
  return {
    invitations: [
      { from: staffInvitations, where: lt(staffInvitations.expiresAt, limit.invitations) },
      {
        from: carrierInvitations,
        where: and(isNotNull(carrierInvitations.email), lt(carrierInvitations.expiresAt, limit.invitations))!,
        emptied: sql`email = null`,
      },
      unansweredDue(limit.invitations),
    ],
    evidence: { from: evidence, where: lt(evidence.keptUntil, limit.evidence) },
    hidden_comments: hiddenCommentsDue(limit.hidden_comments),
    report_words: {
      from: reports,
      where: and(lt(reports.closedAt, limit.report_words), ne(reports.text, ''))!,
      emptied: sql`text = ''`,
    },
  }
}

/** What was written to decide, or to disagree; that it was decided, and its code, stays. */
function reasonsDue(now: Date, { decision_words: before }: Limits): Due[] {
  const asked = inArray(journal.kind, [...journalled])
  const refusedAt = sql`coalesce(${ideas.hiddenAt}, ${ideas.refusedAt}, ${ideas.changedAt})`
  const refused = and(inArray(ideas.publication, ['refused', 'hidden']), isNotNull(ideas.refusalText))
  return [
    {
      from: decisions,
      where: and(lt(decisions.at, before), isNotNull(decisions.text))!,
      emptied: 'by_postgres',
    },
    {
      from: journal,
      where: and(asked, lt(journal.at, before), sql`${journal.detail} ? 'text'`)!,
      emptied: 'by_postgres',
    },
    {
      from: appeals,
      where: and(lt(appeals.decidedAt, before), ne(appeals.text, ''))!,
      emptied: sql`text = '', reply = null`,
    },
    { from: changeRequests, where: lt(changeRequests.answeredAt, before) },
    {
      from: tasks,
      where: and(lt(tasks.closedAt, before), or(ne(tasks.title, ''), isNotNull(tasks.matter)))!,
      emptied: sql`title = '', matter = null`,
    },
    {
      from: ideas,
      where: and(refused, sql`${refusedAt} < ${instant(before)}`)!,
      emptied: sql`refusal_text = null, words_forgotten_at = ${instant(now)}`,
    },
    bansDue(before),
    ...organisationWordsDue(before),
  ]
}

const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`
