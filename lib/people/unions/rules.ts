import type { Assurance } from '../../../tenants/rules'
import { isVouchedFor } from '../rules'

export const unionWays = ['own', 'desk'] as const
export type UnionWay = (typeof unionWays)[number]

/** How long the browser that began may come back as the other account, and how long a request waits for a second person. */
export const proofMinutes = 30
export const deskDays = 30
export const unionReason = { min: 30, max: 1000 } as const

export const unionRefusals = [
  'not_there',
  'same_account',
  'acts_for_city',
  'two_people',
  'same_person',
  'too_late',
  'already_asked',
  'not_allowed',
] as const
export type UnionRefusal = (typeof unionRefusals)[number]

export type Side = {
  id: string
  assurance: Assurance
  birthYear: number | null
  deletedAt: Date | null
  everActed: boolean
}

/**
 * Why two accounts may not become one; null when they may. Whoever acts or acted for the city keeps that account apart: what
 * was read and decided there must never become an act on what is one's own.
 */
export function unionRefusal(kept: Side, absorbed: Side): UnionRefusal | null {
  if (kept.id === absorbed.id) return 'same_account'
  if (kept.deletedAt || absorbed.deletedAt) return 'not_there'
  if (kept.everActed || absorbed.everActed) return 'acts_for_city'
  const bothVouched = isVouchedFor(kept) && isVouchedFor(absorbed)
  const differ =
    kept.birthYear !== null && absorbed.birthYear !== null && kept.birthYear !== absorbed.birthYear
  return bothVouched && differ ? 'two_people' : null
}

/**
 * What becomes of each column that names a person when two accounts become one. `moves`: the row is the kept account's from
 * then on. A list: the same, but the kept account has one row only for each of these; its own stays. `doubles`: it moves once
 * what was there twice has ended (drizzle/functions/unions.sql). `ends`: it is over. `reads`
 * may not be rewritten, and is read as the kept account's. `city`: only who acts for the city is named there, and they are never
 * united. `told`: the table of the unions themselves. A column that is missing here is found by a test.
 */
export const fatesOfColumns = {
  'acceptances.person_id': 'ends',
  'account_unions.absorbed_person_id': 'told',
  'account_unions.asked_by_id': 'told',
  'account_unions.decided_by_id': 'city',
  'account_unions.kept_person_id': 'told',
  'people.united_into_person_id': 'moves',
  'person_keys.person_id': 'moves',
  'sessions.person_id': 'ends',
  'grants.person_id': 'city',
  'grants.granted_by_id': 'city',
  'grants.revoked_by_id': 'city',
  'help_messages.by_id': 'city',
  'help_tickets.access_given_by_id': 'city',
  'help_tickets.opened_by_id': 'city',
  'calendar_feeds.person_id': 'doubles',
  'volunteers.person_id': 'doubles',
  'calls.by_id': 'moves',
  'call_announcements.by_id': 'moves',
  'call_answers.person_id': 'doubles',
  'date_announcements.by_id': 'moves',
  'conversations.person_id': 'moves',
  'messages.author_id': 'moves',
  'conversation_reads.person_id': ['conversation_id'],
  'conversation_blocks.person_id': 'moves',
  'conversation_blocks.organiser_id': 'moves',
  'conversation_blocks.by_id': 'moves',
  'exclusions.by_id': 'moves',
  'exclusions.person_id': 'moves',
  'ideas.author_id': 'moves',
  'ideas.treated_by_id': 'city',
  'favourites.person_id': ['activity_id'],
  'source_changes.decided_by_id': 'moves',
  'duplicate_candidates.decided_by_id': 'city',
  'saved_searches.person_id': ['query'],
  'follows.person_id': ['idea_id'],
  'interests.person_id': ['kind', 'value'],
  'letter_choices.person_id': ['category'],
  'notices.person_id': ['event_id'],
  'letters.person_id': 'moves',
  'comments.author_id': 'moves',
  'comment_votes.person_id': ['comment_id'],
  'appeals.author_id': 'moves',
  'appeals.reviewer_id': 'city',
  'attachments.by_id': 'city',
  'carrier_invitations.invited_by_id': 'moves',
  'carriers.person_id': ['idea_id'],
  'change_requests.asked_by_id': 'city',
  'city_packages.asked_by_id': 'city',
  'consultations.created_by_id': 'city',
  'data_exports.asked_by_id': 'moves',
  'decisions.author_id': 'reads',
  'decisions.by_id': 'city',
  'decisions.second_by_id': 'city',
  'invalidations.confirmed_by_id': 'city',
  'invalidations.proposed_by_id': 'city',
  'invalidations.reversed_by_id': 'city',
  'journal.by_id': 'reads',
  'merges.confirmed_by_id': 'city',
  'merges.ended_by_id': 'moves',
  'merges.proposed_by_id': 'moves',
  'milestones.by_id': 'city',
  'notes.by_id': 'city',
  'obligations.waived_by_id': 'city',
  'opinions.prepared_by_id': 'city',
  'opinions.signed_by_id': 'city',
  'paper_sheets.controlled_by_id': 'city',
  'paper_sheets.entered_by_id': 'city',
  'paper_sheets.withdrawal_asked_by_id': 'city',
  'paper_sheets.withdrawn_by_id': 'city',
  'pauses.begun_by_id': 'city',
  'questions.asked_by_id': 'city',
  'reports.reporter_id': 'moves',
  'removals.asked_by_id': 'city',
  'removals.confirmed_by_id': 'city',
  'support_bans.asked_by_id': 'city',
  'support_bans.confirmed_by_id': 'city',
  'support_bans.person_id': 'moves',
  'support_bans.reviewer_id': 'city',
  'settings_draft_edits.by_id': 'city',
  'settings_drafts.author_id': 'city',
  'settings_drafts.proposed_by_id': 'city',
  'settings_drafts.reviewer_id': 'city',
  'sign_in_trials.person_id': 'city',
  'staff_invitations.person_id': 'moves',
  'studies.instructor_id': 'city',
  'activities.access_confirmed_by_id': 'moves',
  'activities.organiser_id': 'moves',
  'activities.treated_by_id': 'city',
  'activity_claims.asked_by_id': 'moves',
  'activity_claims.decided_by_id': 'city',
  'activity_revisions.by_id': 'moves',
  'activity_revisions.treated_by_id': 'city',
  'initiative_people.person_id': 'doubles',
  'initiatives.created_by_id': 'moves',
  'initiatives.treated_by_id': 'city',
  'memberships.invited_by_id': 'moves',
  'memberships.person_id': 'doubles',
  'news.by_id': 'moves',
  'news.treated_by_id': 'city',
  'organisation_proofs.asked_by_id': 'moves',
  'organisation_proofs.decided_by_id': 'city',
  'organisations.created_by_id': 'moves',
  'organisations.treated_by_id': 'city',
  'registrations.checked_in_by_id': 'moves',
  'registrations.person_id': 'doubles',
  'standing_registrations.person_id': 'doubles',
  'attendance_marks.by_id': 'moves',
  'certificates.person_id': 'moves',
  'feedback.person_id': 'moves',
  'certificates.revoked_by_id': 'moves',
  'hour_entries.by_id': 'moves',
  'hour_entries.person_id': 'moves',
  'tasks.author_id': 'moves',
  'tasks.locked_by_id': 'city',
  'templates.by_id': 'city',
} as const satisfies Record<
  string,
  'moves' | 'doubles' | 'ends' | 'reads' | 'city' | 'told' | readonly string[]
>
