import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { packageKinds, packageStates } from '../../lib/tenancy/departure/packages/rules'
import { people } from './people'
import { cities, registry } from './registry'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What a city's owner asked to leave with. The file lies in the data folder for a week, and nowhere else. */
export const cityPackages = pgTable(
  'city_packages',
  {
    ...tenantColumns,
    askedById: uuid().notNull(),
    askedAt: instant().notNull(),
    kind: text({ enum: packageKinds }).notNull().default('package'),
    state: text({ enum: packageStates }).notNull().default('waiting'),
    withPeople: boolean().notNull(),
    /** The words the people are sealed with, closed under the city's own key, until the file is made. */
    sealedWords: text(),
    byteCount: bigint({ mode: 'number' }),
    rowCount: integer(),
    fileCount: integer(),
    sha256: text(),
    readyAt: instant(),
    expiresAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.askedById], foreignColumns: [people.tenantId, people.id] }),
    index('city_packages_by_date').on(table.tenantId, table.askedAt),
  ],
)

/** That nothing of a city is left: how many rows each table held, and the operator's signature on it. */
export const departures = registry.table('departures', {
  cityId: text()
    .primaryKey()
    .references(() => cities.id),
  erasedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  rows: jsonb().$type<Record<string, number>>().notNull(),
  digest: text().notNull(),
  signature: text().notNull(),
})
