import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { grantedRoles, scopeKinds } from '../../lib/people/rules'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** Who may act for the city, where, and from when until when. A row is never rewritten: it ends, or is taken back. */
export const grants = pgTable(
  'grants',
  {
    ...tenantColumns,
    personId: uuid().notNull(),
    role: text({ enum: grantedRoles }).notNull(),
    scopeKind: text({ enum: scopeKinds }).notNull().default('city'),
    scopeValue: text(),
    startsAt: instant().notNull(),
    /** Exclusive; null for as long as nobody takes it back. */
    endsAt: instant(),
    /** Null for what the operator gave. */
    grantedById: uuid(),
    grantedAt: instant().notNull().defaultNow(),
    reason: text(),
    revokedAt: instant(),
    revokedById: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.grantedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.revokedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    check('grants_say_where', sql`(scope_kind = 'city') = (scope_value is null)`),
    check('grants_end_after_they_start', sql`ends_at is null or ends_at > starts_at`),
    check('grants_come_from_another', sql`granted_by_id <> person_id`),
    index('grants_of').on(table.tenantId, table.personId),
    index('grants_by_role').on(table.tenantId, table.role),
  ],
)
