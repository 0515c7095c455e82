/**
 * How each table travels when a city leaves. `city` is what the city did and what was said in it, with people as bare
 * ids. `people` is who they are, and what only concerns them. `voices` are the keys under which voices are counted: with
 * them and the people one could say who supported what, so they travel apart, from one operator to the next. `derived` is
 * made again on arrival. `never` is of this installation alone.
 */
export const parts = ['city', 'people', 'voices'] as const
export type Part = (typeof parts)[number]
export type Travel = Part | 'derived' | 'never'

export const travels: Readonly<Record<string, Travel>> = {
  tenant_versions: 'city',
  rule_sets: 'city',
  settings_drafts: 'city',
  settings_draft_edits: 'city',
  audit_events: 'people',
  tenant_secrets: 'never',
  staff_invitations: 'people',
  people: 'people',
  person_keys: 'people',
  acceptances: 'people',
  account_unions: 'people',
  support_bans: 'people',
  sessions: 'never',
  sign_in_links: 'never',
  rate_limits: 'never',
  grants: 'city',
  ideas: 'city',
  idea_texts: 'city',
  addenda: 'city',
  idea_images: 'city',
  supports: 'city',
  support_hours: 'city',
  scope_keys: 'voices',
  follows: 'people',
  carriers: 'city',
  carrier_invitations: 'people',
  comments: 'city',
  comment_votes: 'people',
  consultations: 'city',
  consultation_documents: 'city',
  obligations: 'city',
  studies: 'city',
  opinions: 'city',
  questions: 'city',
  milestones: 'city',
  notes: 'city',
  attachments: 'city',
  invalidations: 'city',
  removals: 'city',
  paper_sheets: 'city',
  paper_voices: 'city',
  organisations: 'city',
  organisation_identifiers: 'city',
  organisation_proofs: 'people',
  memberships: 'people',
  initiatives: 'city',
  initiative_people: 'people',
  activities: 'city',
  activity_revisions: 'city',
  news: 'city',
  news_images: 'city',
  idea_needs: 'city',
  schedules: 'city',
  occurrences: 'city',
  positions: 'city',
  standing_registrations: 'people',
  registrations: 'people',
  guest_requests: 'never',
  exclusions: 'people',
  attendance_marks: 'people',
  hour_entries: 'people',
  certificates: 'people',
  feedback: 'people',
  certificate_lines: 'people',
  calendar_feeds: 'never',
  favourites: 'people',
  source_changes: 'city',
  activity_claims: 'city',
  duplicate_candidates: 'city',
  saved_searches: 'people',
  volunteers: 'people',
  calls: 'city',
  call_announcements: 'people',
  call_answers: 'people',
  date_announcements: 'people',
  registration_shares: 'people',
  conversations: 'people',
  messages: 'people',
  conversation_reads: 'people',
  conversation_blocks: 'people',
  journal: 'city',
  letters: 'never',
  refused_mailboxes: 'people',
  merges: 'city',
  tasks: 'city',
  decisions: 'city',
  evidence: 'people',
  reports: 'people',
  appeals: 'city',
  change_requests: 'city',
  templates: 'city',
  notices: 'people',
  letter_choices: 'people',
  interests: 'people',
  pauses: 'city',
  retention_runs: 'city',
  data_exports: 'city',
  sign_in_trials: 'never',
  host_claims: 'never',
  mail_health: 'never',
  city_packages: 'never',
  help_tickets: 'never',
  help_messages: 'never',
  help_entries: 'never',
  help_visits: 'never',
  activity_words: 'derived',
  idea_words: 'derived',
  vocabulary: 'derived',
  idea_tallies: 'derived',
}

/** What of a row stays behind: keys of a browser that began a draft, and numbers that mean something here alone. */
export const columnsLeft: Readonly<Record<string, readonly string[]>> = {
  ideas: ['draft_key'],
  journal: ['written_in'],
  memberships: ['token_hash'],
  registrations: ['guest_key', 'guest_sealed', 'guardian_sealed'],
  exclusions: ['guest_key'],
  registration_shares: ['phone_sealed'],
  support_bans: ['voices_sealed'],
}

/** Without who they are, people are the ids that other rows point at. */
export const barePeople = 'people'

/** Rows that are their author's alone until they are sent: they travel with the people. */
export const drafts = { table: 'ideas', where: `publication = 'draft'` } as const

/** Columns sealed under this installation's master secret: opened within a sealed part, and closed again on arrival. */
export const sealedColumns: Readonly<Record<string, { column: string; purpose: (row: Row) => string }>> = {
  scope_keys: { column: 'sealed', purpose: () => 'support-scope' },
  evidence: { column: 'sealed', purpose: (row) => `evidence:${String(row.decision_id)}` },
}
export type Row = Record<string, unknown>

/** Tables whose `settings` begin with the name of their city: in a package it is anybody's. */
export const namesItsCity: readonly string[] = ['tenant_versions', 'settings_drafts']

/** What a city may hold and still be empty: what it said it would be, before anybody came. In the order it gives way. */
export const beforeAnybodyCame = [
  'settings_draft_edits',
  'settings_drafts',
  'audit_events',
  'rule_sets',
  'tenant_versions',
] as const

/** Names kept as hashes under a key of this installation: the same person has to be found by them on arrival. */
export const carriedKeys = ['person-key', 'reporter', 'refused-mailbox'] as const

/** Rows before whose table others must be there although no key says so: a trigger would make them a second time. */
export const alsoAfter: Readonly<Record<string, readonly string[]>> = { ideas: ['tasks'] }

/** Tables in an order in which each comes after those it points at. Itself is no obstacle: a table arrives at once. */
export function inOrder(
  tables: readonly string[],
  pointsAt: ReadonlyMap<string, readonly string[]>,
): string[] {
  const [placed, underWay] = [new Set<string>(), new Set<string>()]
  for (const table of [...tables].sort()) place(table)
  return [...placed]

  function place(table: string): void {
    if (placed.has(table)) return
    if (underWay.has(table)) throw new Error(`${table} points at itself by way of others`)
    underWay.add(table)
    const before = [...(pointsAt.get(table) ?? []), ...(alsoAfter[table] ?? [])]
    for (const other of before) if (other !== table && tables.includes(other)) place(other)
    underWay.delete(table)
    placed.add(table)
  }
}

/** The names of the files a city may bring: flat, and nothing that leads anywhere. */
export const isFileName = (name: string) => /^[A-Za-z0-9_-]{1,80}(\.[a-z0-9]{1,8})?$/.test(name)
