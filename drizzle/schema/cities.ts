import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, tenantId, tenantPolicy } from './tenant-scope'

/** What a city has published, each time it did: immutable, the head is in the registry. */
export const tenantVersions = pgTable(
  'tenant_versions',
  {
    tenantId,
    version: integer().notNull(),
    settings: jsonb().notNull(),
    digest: text().notNull(),
    author: text().notNull(),
    note: text(),
    publishedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version] }), tenantPolicy()],
)

/** The rules for ideas, each time they changed. An idea points at the one it was published under. */
export const ruleSets = pgTable(
  'rule_sets',
  {
    tenantId,
    version: integer().notNull(),
    rules: jsonb().notNull(),
    threshold: integer().notNull(),
    timeZone: text().notNull(),
    digest: text().notNull(),
    reason: text().notNull(),
    author: text().notNull(),
    validFrom: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.version] }), tenantPolicy()],
)

/** Encrypted under a key that is not in the database (lib/auth/sealing.ts). */
export const tenantSecrets = pgTable(
  'tenant_secrets',
  { tenantId, name: text().notNull(), sealed: text().notNull(), setAt: instant().notNull() },
  (table) => [primaryKey({ columns: [table.tenantId, table.name] }), tenantPolicy()],
)
