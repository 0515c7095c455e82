import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  real,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { claimStates } from '../../lib/agir/sources/claims/rules'
import { changeKinds, changeStates, duplicateStates, type SourceWish } from '../../lib/agir/sources/rules'
import { activities, ofActivity } from './activities'
import { organisations } from './organisations'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What a source announces otherwise, or no more, of an activity that somebody here has taken over: they decide. */
export const sourceChanges = pgTable(
  'source_changes',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    kind: text({ enum: changeKinds }).notNull(),
    /** As the source announces it now; null when it announces it no more. */
    wish: jsonb().$type<SourceWish>(),
    at: instant().notNull(),
    state: text({ enum: changeStates }).notNull().default('waiting'),
    decidedById: uuid(),
    decidedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({
      columns: [table.tenantId, table.decidedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    uniqueIndex('source_changes_one_waiting')
      .on(table.tenantId, table.activityId)
      .where(sql`state = 'waiting'`),
    index('source_changes_of').on(table.tenantId, table.activityId, table.at),
  ],
)

/** An organisation says that something imported is its own: the city looks, and says whose it is. */
export const activityClaims = pgTable(
  'activity_claims',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    organisationId: uuid().notNull(),
    said: text().notNull(),
    /** Where it can be seen that it is theirs. */
    proofUrl: text(),
    askedById: uuid(),
    askedAt: instant().notNull(),
    state: text({ enum: claimStates }).notNull().default('waiting'),
    reply: text(),
    decidedById: uuid(),
    decidedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    foreignKey({ columns: [table.tenantId, table.askedById], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.decidedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    uniqueIndex('activity_claims_one_waiting')
      .on(table.tenantId, table.activityId, table.organisationId)
      .where(sql`state = 'waiting'`),
    index('activity_claims_waiting').on(table.tenantId, table.state, table.askedAt),
    index('activity_claims_of').on(table.tenantId, table.organisationId),
  ],
)

/** Two activities that look like one: about the same hour, place and words. Nobody but the city's team makes them one. */
export const duplicateCandidates = pgTable(
  'duplicate_candidates',
  {
    ...tenantColumns,
    firstId: uuid().notNull(),
    secondId: uuid().notNull(),
    metres: doublePrecision().notNull(),
    likeness: real().notNull(),
    foundAt: instant().notNull(),
    state: text({ enum: duplicateStates }).notNull().default('waiting'),
    decidedById: uuid(),
    decidedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.firstId],
      foreignColumns: [activities.tenantId, activities.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.secondId],
      foreignColumns: [activities.tenantId, activities.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.decidedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    unique('duplicate_candidates_once').on(table.tenantId, table.firstId, table.secondId),
    index('duplicate_candidates_waiting').on(table.tenantId, table.state, table.foundAt),
    index('duplicate_candidates_second').on(table.tenantId, table.secondId),
  ],
)
