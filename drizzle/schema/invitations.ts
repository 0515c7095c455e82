import { pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { grantedRoles } from '../../lib/people/rules'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** A role that waits for somebody: it is theirs once they sign in by the letter that was sent to them. */
export const staffInvitations = pgTable(
  'staff_invitations',
  {
    ...tenantColumns,
    email: text().notNull(),
    role: text({ enum: grantedRoles }).notNull(),
    linkId: uuid().notNull(),
    invitedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    personId: uuid(),
  },
  (table) => [...tenantWall(table), unique('staff_invitations_link').on(table.tenantId, table.linkId)],
)
