import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  acts,
  grounds,
  restrictions,
  sources,
  subjectKinds,
  taskKinds,
  taskStates,
} from '../../lib/moderation/rules'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What a row is about. */
export const about = { subjectKind: text({ enum: subjectKinds }).notNull(), subjectId: uuid().notNull() }

/** What waits for one of the city's readers. A submission's task comes and goes with the idea (drizzle/functions/moderation.sql). */
export const tasks = pgTable(
  'tasks',
  {
    ...tenantColumns,
    ...about,
    kind: text({ enum: taskKinds }).notNull(),
    state: text({ enum: taskStates }).notNull().default('waiting'),
    title: text().notNull(),
    authorId: uuid(),
    districtCode: text(),
    secondDistrictCode: text(),
    themeId: text(),
    openedAt: instant().notNull(),
    dueAt: instant().notNull(),
    reportCount: integer().notNull().default(0),
    /** What a first reader proposes and a second has to look at, or what an author disagrees with. */
    matter: jsonb().$type<Record<string, string | null>>(),
    lockedById: uuid(),
    lockedAt: instant(),
    lockUntil: instant(),
    closedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.lockedById], foreignColumns: [people.tenantId, people.id] }),
    check('tasks_read_by_another', sql`locked_by_id <> author_id`),
    check('tasks_lock_whole', sql`(locked_by_id is null) = (lock_until is null)`),
    uniqueIndex('tasks_one_open')
      .on(table.tenantId, table.subjectId, table.kind)
      .where(sql`closed_at is null`),
    index('tasks_waiting')
      .on(table.tenantId, table.dueAt, table.id)
      .where(sql`closed_at is null`),
    index('tasks_opened').on(table.tenantId, table.openedAt),
  ],
)

/** What was decided, by whom, why: rows are only added. For a restriction, all that a statement of reasons has to say. */
export const decisions = pgTable(
  'decisions',
  {
    ...tenantColumns,
    ...about,
    taskId: uuid(),
    act: text({ enum: acts }).notNull(),
    code: text(),
    text: text(),
    byId: uuid(),
    secondById: uuid(),
    authorId: uuid(),
    at: instant().notNull(),
    /** The transaction's own instant: what changes an idea finds its decision by it. */
    writtenAt: instant().notNull().defaultNow(),
    source: text({ enum: sources }).notNull(),
    restriction: text({ enum: restrictions }).notNull().default('none'),
    ground: text({ enum: grounds }),
    /** The article of a law, or of the city's rules. */
    groundText: text(),
    ruleVersion: integer(),
    isAutomated: boolean().notNull().default(false),
    appealUntil: instant(),
    digest: text(),
    /** When its words were erased: that it was decided, and by which rule, stays. */
    forgottenAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    unique('decisions_by').on(table.tenantId, table.id, table.byId),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({ columns: [table.tenantId, table.secondById], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({ columns: [table.tenantId, table.taskId], foreignColumns: [tasks.tenantId, tasks.id] }),
    check(
      'decisions_say_why',
      sql`act in ('publish', 'release', 'take_over') or coalesce(length(text), 0) >= case when code = 'other' then 100 else 30 end or coalesce(forgotten_at >= at + interval '360 days', false)`,
    ),
    check(
      'decisions_state_reasons',
      sql`(restriction = 'none') = (act not in ('refuse', 'hide')) and (restriction = 'none' or (code is not null and ground is not null and (ground <> 'law' or ground_text is not null) and appeal_until is not null))`,
    ),
    check('decisions_by_someone', sql`is_automated = (by_id is null)`),
    check('decisions_by_two', sql`second_by_id <> by_id`),
    check('decisions_by_another', sql`by_id <> author_id and second_by_id <> author_id`),
    index('decisions_about').on(table.tenantId, table.subjectId, table.at),
    index('decisions_by_time').on(table.tenantId, table.at, table.id),
  ],
)

/** What a text said when it was restricted, sealed: for an appeal or a judge, and gone after a year. */
export const evidence = pgTable(
  'evidence',
  {
    ...tenantColumns,
    decisionId: uuid().notNull(),
    sealed: text().notNull(),
    keptUntil: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.decisionId],
      foreignColumns: [decisions.tenantId, decisions.id],
    }),
  ],
)
