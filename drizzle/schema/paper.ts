import { sql } from 'drizzle-orm'
import {
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { sheetStates, voiceStates } from '../../lib/ideas/paper/rules'
import { by } from './examination'
import { ofIdea } from './ideas'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A sheet of paper on which people signed: typed in by one person of the city, counted once another has compared it. */
export const paperSheets = pgTable(
  'paper_sheets',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    /** As it is written on the sheet. */
    number: text().notNull(),
    receivedOn: date({ mode: 'string' }).notNull(),
    state: text({ enum: sheetStates }).notNull().default('entered'),
    lineCount: integer().notNull(),
    /** Lines that cannot be read, and people too young. */
    spoiltCount: integer().notNull(),
    /** People who had already given their voice, on another sheet or with an account. */
    alreadyCount: integer().notNull(),
    /** The lines drawn for the second person to read. */
    sample: integer().array().notNull(),
    enteredById: uuid().notNull(),
    enteredAt: instant().notNull(),
    controlledById: uuid(),
    controlledAt: instant(),
    countedCount: integer(),
    withdrawalReason: text(),
    withdrawalAskedById: uuid(),
    withdrawnById: uuid(),
    withdrawnAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    by(table, table.enteredById),
    by(table, table.controlledById),
    by(table, table.withdrawalAskedById),
    by(table, table.withdrawnById),
    uniqueIndex('paper_sheets_number')
      .on(table.tenantId, table.ideaId, table.number)
      .where(sql`state <> 'returned'`),
    check('paper_sheets_two_people', sql`controlled_by_id <> entered_by_id`),
    check('paper_sheets_withdrawn_by_two', sql`withdrawn_by_id <> withdrawal_asked_by_id`),
    check('paper_sheets_with_reason', sql`withdrawn_at is null or length(withdrawal_reason) >= 30`),
  ],
)

/**
 * One row for each signature, under HMAC(the idea's scope key, name and year of birth): neither is kept. Which line of the
 * sheet it was is known until the sheet has been compared, and then forgotten.
 */
export const paperVoices = pgTable(
  'paper_voices',
  {
    tenantId,
    ideaId: uuid().notNull(),
    voterKey: bytea().notNull(),
    sheetId: uuid().notNull(),
    state: text({ enum: voiceStates }).notNull().default('entered'),
    place: smallint(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.ideaId, table.voterKey] }),
    tenantPolicy(),
    ofIdea(table),
    foreignKey({
      columns: [table.tenantId, table.sheetId],
      foreignColumns: [paperSheets.tenantId, paperSheets.id],
    }),
    index('paper_voices_of').on(table.tenantId, table.sheetId),
  ],
)
