import { sql } from 'drizzle-orm'
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { draftStatuses } from '../../lib/tenancy/drafts/rules'
import { auditActors } from '../../lib/tenancy/audit/rules'
import { tenantVersions } from './cities'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** Settings on their way to being published. One is being written at a time; others may wait for their day. */
export const settingsDrafts = pgTable(
  'settings_drafts',
  {
    ...tenantColumns,
    baseVersion: integer().notNull(),
    settings: jsonb().notNull(),
    status: text({ enum: draftStatuses }).notNull().default('draft'),
    authorId: uuid(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    note: text(),
    /** Said to the public beside the rules, if they change. */
    reason: text(),
    proposedById: uuid(),
    reviewerId: uuid(),
    publishAt: instant(),
    /** Why it could not be published on its day. */
    problem: text(),
    publishedVersion: integer(),
    /** Grows with every change: a form that has seen an older one does not overwrite what it has not seen. */
    rowVersion: integer().notNull().default(1),
  },
  (table) => [
    ...tenantWall(table),
    ...(['authorId', 'proposedById', 'reviewerId'] as const).map((by) =>
      foreignKey({ columns: [table.tenantId, table[by]], foreignColumns: [people.tenantId, people.id] }),
    ),
    foreignKey({
      columns: [table.tenantId, table.baseVersion],
      foreignColumns: [tenantVersions.tenantId, tenantVersions.version],
    }),
    uniqueIndex('settings_drafts_one_open')
      .on(table.tenantId)
      .where(sql`status in ('draft', 'proposed')`),
    index('settings_drafts_due')
      .on(table.tenantId, table.publishAt)
      .where(sql`status = 'scheduled'`),
  ],
)

/** Each setting changed in a draft: who, from what, to what. */
export const settingsDraftEdits = pgTable(
  'settings_draft_edits',
  {
    tenantId,
    draftId: uuid().notNull(),
    rowVersion: integer().notNull(),
    key: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    byId: uuid(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.draftId, table.rowVersion, table.key] }),
    tenantPolicy(),
    foreignKey({
      columns: [table.tenantId, table.draftId],
      foreignColumns: [settingsDrafts.tenantId, settingsDrafts.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
  ],
)

/**
 * What was done to the city's settings and by whoever runs the platform, for the city to read. Each event holds the hash of
 * the one before it (drizzle/functions/settings.sql writes both), so that none can be altered or left out unseen.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    tenantId,
    seq: integer().notNull().default(0),
    actorKind: text({ enum: auditActors }).notNull(),
    actorName: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
    at: instant().notNull(),
    previousHash: text().notNull().default(''),
    hash: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.seq] }), tenantPolicy()],
)
