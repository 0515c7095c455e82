import { type AnyPgColumn, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { people } from './people'
import { registry } from './registry'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What the city asks of whoever runs the platform, and until when it lets them look into its console. */
export const helpTickets = pgTable(
  'help_tickets',
  {
    ...tenantColumns,
    subject: text().notNull(),
    openedById: uuid().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
    accessUntil: instant(),
    accessGivenById: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    ...(['openedById', 'accessGivenById'] as const).map((by) =>
      foreignKey({ columns: [table.tenantId, table[by]], foreignColumns: [people.tenantId, people.id] }),
    ),
  ],
)

const ofTicket = (table: { tenantId: AnyPgColumn; ticketId: AnyPgColumn }) =>
  foreignKey({
    columns: [table.tenantId, table.ticketId],
    foreignColumns: [helpTickets.tenantId, helpTickets.id],
  }).onDelete('cascade')

/** What was written on a ticket: by somebody of the city, or by the operator under their address. */
export const helpMessages = pgTable(
  'help_messages',
  {
    ...tenantColumns,
    ticketId: uuid().notNull(),
    byId: uuid(),
    operatorEmail: text(),
    body: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    ofTicket(table),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    index('help_messages_of').on(table.tenantId, table.ticketId, table.at),
  ],
)

/** An operator comes in by a code that serves once, and stays by a token. Only the operator's role writes here. */
export const helpEntries = pgTable(
  'help_entries',
  {
    ...tenantColumns,
    ticketId: uuid().notNull(),
    operatorEmail: text().notNull(),
    codeHash: text().notNull(),
    codeUntil: instant().notNull(),
    tokenHash: text(),
    enteredAt: instant(),
    leftAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofTicket(table),
    index('help_entries_by_token').on(table.tenantId, table.tokenHash),
  ],
)

/** Each page of the console that an operator opened, for the city to read. Only ever added to, by the operator's role. */
export const helpVisits = pgTable(
  'help_visits',
  {
    ...tenantColumns,
    ticketId: uuid().notNull(),
    operatorEmail: text().notNull(),
    path: text().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    ofTicket(table),
    index('help_visits_of').on(table.tenantId, table.ticketId, table.at),
  ],
)

/** Where in which city somebody asks for help; drizzle/functions/help.sql keeps it. What they ask stays in their city. */
export const helpCalls = registry.table(
  'help_calls',
  {
    ticketId: uuid().primaryKey(),
    cityId: text().notNull(),
    openedAt: timestamp({ withTimezone: true }).notNull(),
    closedAt: timestamp({ withTimezone: true }),
    accessUntil: timestamp({ withTimezone: true }),
    lastAt: timestamp({ withTimezone: true }).notNull(),
    lastBy: text({ enum: ['city', 'operator'] }).notNull(),
  },
  (table) => [index('help_calls_last').on(table.lastAt)],
)
