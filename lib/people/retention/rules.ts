/** What a city keeps, for how long, and what becomes of it then; in the order in which it is told. */
export const retentionRows = [
  'sign_in_links',
  'invitations',
  'rate_windows',
  'sessions',
  'voices',
  'inactive_warned',
  'inactive',
  'drafts_warned',
  'drafts',
  'reporters',
  'report_words',
  'decision_words',
  'evidence',
  'hidden_comments',
  'messages',
  'phones',
  'calls',
  'letters',
  'notices',
  'mailboxes',
  'guests',
] as const
export type RetentionRow = (typeof retentionRows)[number]

/** What is kept on purpose: its time has no end that a program could decide. */
export const keptRows = ['journal', 'published', 'exports'] as const

/** Happenings that were told with somebody's own words. */
export const journalled = [
  'changes_asked',
  'comment_hidden',
  'activity_refused',
  'activity_hidden',
  'activity_changes_asked',
  'activity_appeal_rejected',
  'comment_appeal_rejected',
  'message_hidden',
  'message_appeal_rejected',
  'supports_barred',
  'supports_unbarred',
  'supports_still_barred',
  'appeal_rejected',
  'organisation_changes_asked',
  'writing_changes_asked',
  'writing_appeal_rejected',
  'writing_refused',
  'writing_hidden',
  'organisation_appeal_rejected',
  'organisation_refused',
  'organisation_suspended',
  'organisation_proven',
  'organisation_not_proven',
  'organisation_number_lost',
  'activity_claim_granted',
  'activity_claim_refused',
  'activity_claim_lost',
] as const

const day = 86_400_000

export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now)
  then.setUTCMonth(then.getUTCMonth() - months)
  return then
}

export type Limits = ReturnType<typeof limitsAt>

/** The moments before which each kind of thing is past its time. */
export function limitsAt(now: Date) {
  return {
    sign_in_links: new Date(now.getTime() - 7 * day),
    invitations: new Date(now.getTime() - 7 * day),
    rate_windows: new Date(now.getTime() - 7 * day),
    sessions: new Date(now.getTime() - 30 * day),
    voices: monthsBefore(now, 6),
    inactive_warned: monthsBefore(now, 22),
    inactive: monthsBefore(now, 24),
    drafts_warned: monthsBefore(now, 11),
    drafts: monthsBefore(now, 12),
    reporters: monthsBefore(now, 6),
    report_words: monthsBefore(now, 12),
    decision_words: monthsBefore(now, 12),
    evidence: now,
    hidden_comments: monthsBefore(now, 12),
    messages: monthsBefore(now, 12),
    calls: monthsBefore(now, 12),
    phones: new Date(now.getTime() - 7 * day),
    letters: monthsBefore(now, 12),
    notices: monthsBefore(now, 12),
    mailboxes: monthsBefore(now, 12),
    guests: new Date(now.getTime() - 30 * day),
  } satisfies Record<RetentionRow, Date>
}
