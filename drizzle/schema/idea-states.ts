import { sql } from 'drizzle-orm'
import { check } from 'drizzle-orm/pg-core'

/** What the four axes may be together, whoever writes. Imported facts keep the states they had elsewhere. */
export const allowedStates = [
  check(
    'ideas_collect_once_published',
    sql`collection = 'not_started' or publication in ('published', 'hidden', 'withdrawn', 'merged', 'removed')`,
  ),
  check(
    'ideas_examined_once_reached',
    sql`examination = 'none' or collection in ('reached', 'certified') or taken_up_at is not null or origin is not null`,
  ),
  check(
    'ideas_delivered_if_favourable',
    sql`delivery = 'none' or examination in ('opinion_favourable', 'opinion_partial')`,
  ),
  check(
    'ideas_published_under_rules',
    sql`publication <> 'published' or origin is not null or (slug is not null and published_at is not null and rule_version is not null and threshold is not null and deadline_at is not null)`,
  ),
  check(
    'ideas_refused_with_reason',
    sql`publication <> 'refused' or origin is not null or (refusal_code is not null and (coalesce(length(refusal_text), 0) >= 30 or coalesce(words_forgotten_at >= refused_at + interval '360 days', false)) and refused_at is not null)`,
  ),
  check(
    'ideas_merged_into_another',
    sql`publication <> 'merged' or (merged_into_id is not null and merged_into_id <> id)`,
  ),
  check('ideas_treated_by_another', sql`treated_by_id <> author_id`),
]
