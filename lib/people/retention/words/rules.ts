import type { keptRows, RetentionRow } from '../rules'

type Fate =
  | RetentionRow
  | (typeof keptRows)[number]
  /** Of an account: erased with it, at once, and with it after two years without a visit. */
  | 'account'
  /** Goes with the role, the settings or the answer it belongs to; says nothing about whoever takes part. */
  | 'city'
  /** Codes, keys, hashes, names of files and of languages: nobody typed them. */
  | 'machine'

/**
 * Every column of text, and the line of the table of retention by which what people typed in it is forgotten, or kept on
 * purpose: by table, their names one after the other. A column that is missing here is found by a test.
 */
export const fates: Record<Fate, Record<string, string>> = {
  sign_in_links: {
    account_unions: 'token_hash',
    sign_in_links: 'email next token_hash',
  },
  invitations: {
    carrier_invitations: 'email token_hash',
    memberships: 'email token_hash',
    staff_invitations: 'email',
  },
  rate_windows: { rate_limits: 'key' },
  sessions: {},
  voices: {
    scope_keys: 'sealed',
  },
  inactive_warned: {},
  inactive: {},
  drafts_warned: {},
  drafts: {
    ideas: 'criteria draft_key residence',
  },
  reporters: {
    reports: 'email',
  },
  report_words: { reports: 'text' },
  decision_words: {
    activities: 'refusal_text',
    activity_claims: 'proof_url reply said',
    appeals: 'reply text',
    change_requests: 'text',
    decisions: 'text',
    ideas: 'refusal_text',
    initiatives: 'refusal_text',
    news: 'refusal_text',
    organisation_proofs: 'evidence',
    organisations: 'refusal_text',
    support_bans: 'appeal reason reply',
    tasks: 'matter title',
  },
  evidence: {
    evidence: 'sealed',
  },
  hidden_comments: {},
  messages: {
    date_announcements: 'body',
    messages: 'body',
  },
  calls: { call_announcements: 'body', calls: 'body meeting title' },
  phones: { registration_shares: 'phone_sealed' },
  letters: {
    letters: 'address detail last_error',
  },
  notices: { notices: 'bundle' },
  guests: {
    guest_requests: 'guest_key locale sealed',
    registrations: 'guardian_sealed guest_key guest_locale guest_sealed',
  },
  mailboxes: {
    refused_mailboxes: 'mailbox_key masked reason',
  },
  journal: {
    account_unions: 'reason',
    audit_events: 'actor_name after before reason subject',
    decisions: 'ground_text',
    grants: 'reason',
    invalidations: 'reason reversed_reason',
    removals: 'legal reason',
    journal: 'detail',
    merges: 'end_reason reason',
    obligations: 'waived_reason',
    paper_sheets: 'withdrawal_reason',
    pauses: 'cause',
    rule_sets: 'author reason',
    tenant_versions: 'author note',
  },
  published: {
    activities:
      'access_note accessibility address external_url image_alt online_url place_asked_for place_label practical price roles summary title body',
    activity_revisions: 'reason wish',
    source_changes: 'wish',
    addenda: 'body',
    attachments: 'label',
    certificate_lines: 'label',
    feedback: 'text',
    comments: 'body',
    idea_images: 'alt',
    idea_texts: 'body title',
    ideas: 'address body title title_key',
    initiatives: 'address image_alt place_label story summary title wish',
    milestones: 'alt body reference url',
    news: 'body title',
    news_images: 'alt',
    notes: 'body',
    occurrences: 'address online_url place_label reason',
    opinions:
      'alternatives competence cost elsewhere legal_frame next reasons signed_name signed_title understood',
    organisations: 'address logo_alt name name_key public_email story summary website wish',
    positions: 'label',
    questions: 'answer body',
    studies: 'calendar criteria legal_note',
    vocabulary: 'lexeme word',
  },
  exports: {
    data_exports: 'fields reason',
  },
  account: {
    volunteers: 'availability district_code languages skills wont_do',
    certificates: 'holder initials revoke_reason',
    hour_entries: 'reason',
    interests: 'value',
    saved_searches: 'name query',
    registrations: 'note reason',
    people: 'district_code email locale name',
    person_keys: 'issuer key',
  },
  city: {
    city_packages: 'sealed_words',
    consultation_documents: 'title url',
    consultations:
      'audience cancel_reason contact decided decision external_url follow_up legal_frame modalities place report summary title undecided',
    help_entries: 'operator_email',
    help_messages: 'body operator_email',
    help_tickets: 'subject',
    help_visits: 'operator_email path',
    host_claims: 'added_by host',
    paper_sheets: 'number',
    rule_sets: 'rules',
    settings_draft_edits: 'after before',
    settings_drafts: 'note problem reason settings',
    templates: 'body title',
    tenant_versions: 'settings',
  },
  machine: {
    call_answers: 'because',
    calls: 'district_code language locale skills',
    acceptances: 'locale',
    activities:
      'district_code image locale origin origin_hash origin_id origin_licence origin_name origin_url refusal_code skills slug spoken theme_ids',
    attachments: 'file',
    calendar_feeds: 'token_hash',
    certificates: 'digest locale public_key serial signature',
    exclusions: 'guest_key',
    audit_events: 'action hash previous_hash',
    city_packages: 'sha256',
    comments: 'locale origin origin_id',
    consultation_documents: 'file',
    consultations: 'department_id district_code hour locale slug theme_id',
    data_exports: 'digest',
    decisions: 'code digest',
    grants: 'scope_value',
    help_entries: 'code_hash token_hash',
    host_claims: 'problem token',
    idea_images: 'file',
    idea_tallies: 'district_code second_district_code theme_id',
    idea_texts: 'digest',
    ideas:
      'continues_at district_code locale origin origin_id refusal_code second_district_code slug theme_id time_zone',
    initiatives: 'district_code image locale refusal_code slug theme_ids',
    journal: 'kind',
    letters: 'key kind locale',
    mail_health: 'dkim dmarc domain last_error spf trial_answer tried_with',
    milestones: 'file',
    news: 'locale refusal_code',
    news_images: 'file',
    obligations: 'department_id district_code second_district_code',
    occurrences: 'district_code zone zone_edition',
    organisation_identifiers: 'value',
    organisation_proofs: 'code_hash',
    organisations: 'district_code locale logo origin origin_id refusal_code slug theme_ids',
    positions: 'skills',
    reports: 'locale reporter_key',
    retention_runs: 'row',
    rule_sets: 'digest time_zone',
    schedules: 'rule zone',
    settings_draft_edits: 'key',
    sign_in_trials: 'claims digest outcome provider_id',
    studies: 'department_id',
    tasks: 'district_code second_district_code theme_id',
    templates: 'code locale',
    tenant_secrets: 'name sealed',
    tenant_versions: 'digest',
  },
}
