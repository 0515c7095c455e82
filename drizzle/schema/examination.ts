import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { decisions, milestoneKinds } from '../../lib/ideas/examination/rules'
import { ofIdea } from './ideas'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** The file of an idea under examination: one for each, whoever keeps it. */
export const studies = pgTable(
  'studies',
  {
    tenantId,
    ideaId: uuid().notNull(),
    departmentId: text(),
    instructorId: uuid(),
    openedAt: instant().notNull(),
    criteria: jsonb().$type<Record<string, { holds: 'yes' | 'partly' | 'no'; note: string }>>().notNull(),
    costLowCents: bigint({ mode: 'number' }),
    costHighCents: bigint({ mode: 'number' }),
    runningCostCents: bigint({ mode: 'number' }),
    calendar: text(),
    legalNote: text(),
    changedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId] }),
    tenantPolicy(),
    ofIdea(table),
    by(table, table.instructorId),
    check('studies_cost_in_order', sql`cost_low_cents <= cost_high_cents`),
  ],
)

/** What the city answers, in the same parts for every idea. Prepared by one person, signed by another; then it stays. */
export const opinions = pgTable(
  'opinions',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    turn: smallint().notNull(),
    decision: text({ enum: decisions }).notNull(),
    understood: text().notNull(),
    competence: text().notNull(),
    cost: text().notNull(),
    legalFrame: text().notNull(),
    alternatives: text().notNull(),
    reasons: text().notNull(),
    next: text().notNull(),
    /** Where what was asked for is being done already. */
    elsewhere: text(),
    nextOn: date({ mode: 'string' }),
    preparedById: uuid(),
    preparedAt: instant().notNull(),
    signedById: uuid(),
    signedName: text(),
    signedTitle: text(),
    signedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.preparedById),
    by(table, table.signedById),
    unique('opinions_one_a_turn').on(table.tenantId, table.ideaId, table.turn),
    check('opinions_say_why', sql`signed_at is null or length(reasons) >= 300`),
    check('opinions_signed_by_another', sql`signed_by_id <> prepared_by_id`),
    check('opinions_signed_by_someone', sql`(signed_at is null) = (signed_name is null)`),
  ],
)

/** What the city asks the author while it studies. Public unless there is a reason for it not to be. */
export const questions = pgTable(
  'questions',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    isPublic: boolean().notNull().default(true),
    body: text().notNull(),
    askedById: uuid(),
    askedAt: instant().notNull(),
    answer: text(),
    answeredAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.askedById),
    index('questions_of').on(table.tenantId, table.ideaId),
  ],
)

/** Each step of what was promised, from the council's vote to the opening, with its date and a picture of it. */
export const milestones = pgTable(
  'milestones',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    kind: text({ enum: milestoneKinds }).notNull(),
    body: text().notNull(),
    plannedOn: date({ mode: 'string' }),
    doneOn: date({ mode: 'string' }),
    /** Number of the deliberation, of the budget line or of the contract, and where it can be read. */
    reference: text(),
    url: text(),
    file: text(),
    alt: text(),
    width: integer(),
    height: integer(),
    at: instant().notNull(),
    byId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.byId),
    index('milestones_of').on(table.tenantId, table.ideaId),
  ],
)

/** What the people of the city tell each other about a file. Never public. */
export const notes = pgTable(
  'notes',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    body: text().notNull(),
    at: instant().notNull(),
    byId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.byId),
    index('notes_of').on(table.tenantId, table.ideaId),
  ],
)

/** Documents of a file: a plan, an estimate, a photograph. */
export const attachments = pgTable(
  'attachments',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    label: text().notNull(),
    isPublic: boolean().notNull(),
    kind: text({ enum: ['image', 'pdf'] }).notNull(),
    file: text().notNull(),
    byteCount: integer().notNull(),
    at: instant().notNull(),
    byId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.byId),
    unique('attachments_one_per_file').on(table.tenantId, table.file),
    index('attachments_of').on(table.tenantId, table.ideaId),
  ],
)

type Key = Parameters<typeof foreignKey>[0]['columns'][0]

/** Whose act it was; the account may be gone since, the row stays. */
export function by(table: { tenantId: Key }, person: Key) {
  return foreignKey({ columns: [table.tenantId, person], foreignColumns: [people.tenantId, people.id] })
}
