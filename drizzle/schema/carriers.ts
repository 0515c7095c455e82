import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { ofIdea } from './ideas'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** Who carries an idea beside its author. Nobody is named here who has not accepted. */
export const carriers = pgTable(
  'carriers',
  { tenantId, ideaId: uuid().notNull(), personId: uuid().notNull(), since: instant().notNull() },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.personId] }),
    tenantPolicy(),
    ofIdea(table).onDelete('cascade'),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('carriers_of').on(table.tenantId, table.personId),
  ],
)

/** An invitation by letter: only the hash of its token is kept, it serves once, and the address goes when it has. */
export const carrierInvitations = pgTable(
  'carrier_invitations',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    tokenHash: text().notNull(),
    email: text(),
    invitedById: uuid().notNull(),
    invitedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    answeredAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table).onDelete('cascade'),
    foreignKey({
      columns: [table.tenantId, table.invitedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    unique('carrier_invitations_token').on(table.tenantId, table.tokenHash),
    index('carrier_invitations_to').on(table.tenantId, table.ideaId),
    check('carrier_invitations_forget_address', sql`answered_at is null or email is null`),
  ],
)
