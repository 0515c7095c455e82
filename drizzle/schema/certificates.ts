import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { revokers } from '../../lib/agir/certificates/rules'
import { organisations } from './organisations'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** What somebody gave in a time, signed by the city. Whoever is shown one checks it by its number, and learns nothing else. */
export const certificates = pgTable(
  'certificates',
  {
    ...tenantColumns,
    serial: text().notNull(),
    personId: uuid(),
    /** As printed; forgotten with the account. What is signed is its digest. */
    holder: text(),
    initials: text(),
    fromOn: date({ mode: 'string' }).notNull(),
    untilOn: date({ mode: 'string' }).notNull(),
    minutes: integer().notNull(),
    dates: smallint().notNull(),
    locale: text().notNull(),
    issuedAt: instant().notNull(),
    digest: text().notNull(),
    signature: text().notNull(),
    publicKey: text().notNull(),
    revokedAt: instant(),
    revokedBy: text({ enum: revokers }),
    revokedById: uuid(),
    revokeReason: text(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.revokedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    unique('certificates_one_per_number').on(table.tenantId, table.serial),
    index('certificates_of').on(table.tenantId, table.personId, table.issuedAt),
    check('certificates_period', sql`from_on <= until_on and minutes > 0`),
    check('certificates_revoked_by_someone', sql`(revoked_at is null) = (revoked_by is null)`),
  ],
)

/** Each organisation a certificate names, as it was called then, and what was given there. */
export const certificateLines = pgTable(
  'certificate_lines',
  {
    tenantId,
    certificateId: uuid().notNull(),
    organisationId: uuid().notNull(),
    label: text().notNull(),
    minutes: integer().notNull(),
    dates: smallint().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.certificateId, table.organisationId] }),
    tenantPolicy(),
    foreignKey({
      columns: [table.tenantId, table.certificateId],
      foreignColumns: [certificates.tenantId, certificates.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    index('certificate_lines_of').on(table.tenantId, table.organisationId),
  ],
)
