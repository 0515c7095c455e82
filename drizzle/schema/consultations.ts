import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { types } from '../../lib/consultations/rules'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

const day = () => date({ mode: 'string' })

/** Every time the city or one of its districts asks people something, here or elsewhere. Days are of the city's calendar. */
export const consultations = pgTable(
  'consultations',
  {
    ...tenantColumns,
    slug: text().notNull(),
    type: text({ enum: types }).notNull(),
    title: text().notNull(),
    locale: text().notNull(),
    /** Null when it is the whole city's. */
    districtCode: text(),
    themeId: text(),
    departmentId: text(),
    summary: text().notNull().default(''),
    decided: text().notNull().default(''),
    undecided: text().notNull().default(''),
    audience: text().notNull().default(''),
    modalities: text().notNull().default(''),
    legalFrame: text(),
    contact: text().notNull().default(''),
    place: text(),
    /** `18:30`, for what happens at an hour. */
    hour: text(),
    externalUrl: text(),
    opensOn: day(),
    closesOn: day(),
    reportDueOn: day(),

    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    createdById: uuid(),
    publishedAt: instant(),
    report: text(),
    reportedOn: day(),
    participantCount: integer(),
    decision: text(),
    decidedOn: day(),
    followUp: text(),
    followedUpOn: day(),
    cancelledOn: day(),
    cancelReason: text(),
    /** How often its dates, its place or whether it takes place were told anew: what calendars compare. */
    sequence: integer().notNull().default(0),
  },
  (table) => [
    ...tenantWall(table),
    unique('consultations_one_per_slug').on(table.tenantId, table.slug),
    foreignKey({
      columns: [table.tenantId, table.createdById],
      foreignColumns: [people.tenantId, people.id],
    }),
    index('consultations_published').on(table.tenantId, table.publishedAt),
    check('consultations_lead_to_the_web', sql`external_url ~ '^https?://'`),
    check('consultations_days_in_order', sql`closes_on >= opens_on and report_due_on > closes_on`),
    check(
      'consultations_said_before_opening',
      sql`published_at is null or (title <> '' and summary <> '' and decided <> '' and undecided <> '' and audience <> '' and modalities <> '' and contact <> '' and opens_on is not null and closes_on is not null and report_due_on is not null)`,
    ),
    check(
      'consultations_reported_in_words',
      sql`(reported_on is null) = (report is null) and (reported_on is null) = (participant_count is null) and (reported_on is null or (published_at is not null and length(report) >= 30 and participant_count >= 0))`,
    ),
    check('consultations_results_wait_for_the_end', sql`reported_on > closes_on`),
    check(
      'consultations_decided_after_report',
      sql`(decided_on is null) = (decision is null) and (decided_on is null or reported_on is not null)`,
    ),
    check(
      'consultations_followed_after_decision',
      sql`(followed_up_on is null) = (follow_up is null) and (followed_up_on is null or decided_on is not null)`,
    ),
    check(
      'consultations_cancelled_with_reason',
      sql`(cancelled_on is null) = (cancel_reason is null) and (cancelled_on is null or (published_at is not null and reported_on is null and length(cancel_reason) >= 20))`,
    ),
  ],
)

/** What there is to read before taking part, and after: an address elsewhere, or a file kept here. */
export const consultationDocuments = pgTable(
  'consultation_documents',
  {
    ...tenantColumns,
    consultationId: uuid().notNull(),
    title: text().notNull(),
    url: text(),
    /** Name of the file under the city's documents folder. */
    file: text(),
    bytes: integer(),
    addedAt: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    unique('consultation_documents_one_per_file').on(table.tenantId, table.file),
    index('consultation_documents_of').on(table.tenantId, table.consultationId),
    foreignKey({
      columns: [table.tenantId, table.consultationId],
      foreignColumns: [consultations.tenantId, consultations.id],
    }).onDelete('cascade'),
    check('consultation_documents_on_the_web', sql`url ~ '^https?://'`),
    check('consultation_documents_are_somewhere', sql`(url is null) <> (file is null)`),
  ],
)
