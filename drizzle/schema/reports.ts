import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { reportReasons } from '../../lib/moderation/rules'
import { about, decisions, tasks } from './moderation'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** Somebody thinks that the rules or the law are broken; an account is not needed to say so. */
export const reports = pgTable(
  'reports',
  {
    ...tenantColumns,
    ...about,
    taskId: uuid().notNull(),
    reason: text({ enum: reportReasons }).notNull(),
    text: text().notNull(),
    goodFaith: boolean().notNull(),
    reporterId: uuid(),
    /** Only to answer them; emptied six months after the decision. */
    email: text(),
    /** Who reports, as a keyed hash: one report of the same thing at a time. */
    reporterKey: text().notNull(),
    locale: text().notNull(),
    at: instant().notNull(),
    closedAt: instant(),
    decisionId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.reporterId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({ columns: [table.tenantId, table.taskId], foreignColumns: [tasks.tenantId, tasks.id] }),
    foreignKey({
      columns: [table.tenantId, table.decisionId],
      foreignColumns: [decisions.tenantId, decisions.id],
    }),
    check('reports_in_good_faith', sql`good_faith`),
    uniqueIndex('reports_one_each')
      .on(table.tenantId, table.subjectId, table.reporterKey)
      .where(sql`closed_at is null`),
    index('reports_of_task').on(table.tenantId, table.taskId, table.at),
    index('reports_by_time').on(table.tenantId, table.at),
  ],
)

/** An author's disagreement: once for a decision, and read by somebody else than who made it. */
export const appeals = pgTable(
  'appeals',
  {
    ...tenantColumns,
    decisionId: uuid().notNull(),
    firstReaderId: uuid(),
    secondReaderId: uuid(),
    authorId: uuid(),
    text: text().notNull(),
    at: instant().notNull(),
    dueAt: instant().notNull(),
    reviewerId: uuid(),
    outcome: text({ enum: ['upheld', 'rejected'] }),
    reply: text(),
    decidedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    unique('appeals_once').on(table.tenantId, table.decisionId),
    foreignKey({
      columns: [table.tenantId, table.decisionId],
      foreignColumns: [decisions.tenantId, decisions.id],
    }),
    foreignKey({
      name: 'appeals_first_reader_decided',
      columns: [table.tenantId, table.decisionId, table.firstReaderId],
      foreignColumns: [decisions.tenantId, decisions.id, decisions.byId],
    }),
    foreignKey({ columns: [table.tenantId, table.authorId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({ columns: [table.tenantId, table.reviewerId], foreignColumns: [people.tenantId, people.id] }),
    check('appeals_read_by_another', sql`reviewer_id <> first_reader_id`),
    check('appeals_read_by_a_third', sql`reviewer_id <> second_reader_id`),
    check('appeals_not_by_author', sql`reviewer_id <> author_id`),
    check(
      'appeals_answered_whole',
      sql`(outcome is null) = (decided_at is null) and (outcome is null or (reviewer_id is not null and (coalesce(length(reply), 0) >= 30 or text = '')))`,
    ),
    index('appeals_by_time').on(table.tenantId, table.at),
  ],
)

/** What a moderator asked an author to change before deciding; twice at most. */
export const changeRequests = pgTable(
  'change_requests',
  {
    ...tenantColumns,
    ...about,
    round: smallint().notNull(),
    text: text().notNull(),
    askedById: uuid().notNull(),
    askedAt: instant().notNull(),
    dueAt: instant().notNull(),
    answeredAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    unique('change_requests_rounds').on(table.tenantId, table.subjectId, table.round),
    foreignKey({ columns: [table.tenantId, table.askedById], foreignColumns: [people.tenantId, people.id] }),
    check('change_requests_twice', sql`round between 1 and 2`),
    check('change_requests_say_what', sql`length(text) >= 30`),
    index('change_requests_due')
      .on(table.tenantId, table.dueAt)
      .where(sql`answered_at is null`),
  ],
)

/** Words a city's readers begin from; each letter is theirs to finish. */
export const templates = pgTable(
  'templates',
  {
    ...tenantColumns,
    code: text(),
    locale: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    byId: uuid(),
    changedAt: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    unique('templates_named').on(table.tenantId, table.locale, table.title),
  ],
)
