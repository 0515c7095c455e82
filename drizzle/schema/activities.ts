import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  type Accessibility,
  activityKinds,
  activityModerations,
  activityPublications,
  attendanceModes,
  commitments,
  minorsPolicies,
  precisions,
  registrationModes,
} from '../../lib/agir/activities/rules'
import type { Role } from '../../lib/agir/positions/rules'
import { ideas } from './ideas'
import { ofInitiative } from './initiatives'
import { organisations } from './organisations'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What there is to join: an event, a mission, a need that lasts. Its dates are in `occurrences`. */
export const activities = pgTable(
  'activities',
  {
    ...tenantColumns,
    slug: text(),
    kind: text({ enum: activityKinds }).notNull(),
    organisationId: uuid(),
    /** Who wrote it, and answers for it where there is no organisation. */
    organiserId: uuid(),
    /** The idea it helps to carry out. */
    ideaId: uuid(),
    /** What lasts and it belongs to. */
    initiativeId: uuid(),
    title: text().notNull().default(''),
    summary: text().notNull().default(''),
    body: text().notNull().default(''),
    /** What to bring, how to get there. */
    practical: text().notNull().default(''),
    locale: text().notNull(),
    /** The languages spoken there. */
    spoken: text().array().notNull().default([]),
    themeIds: text().array().notNull().default([]),
    skills: text().array().notNull().default([]),
    commitment: text({ enum: commitments }).notNull().default('once'),

    attendance: text({ enum: attendanceModes }).notNull().default('on_site'),
    placeLabel: text(),
    address: text(),
    districtCode: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    precision: text({ enum: precisions }).notNull().default('city'),
    /** The address that a service was asked about, how often, and from when on it may be asked again. */
    placeAskedFor: text(),
    placeAsks: smallint().notNull().default(0),
    placeAskAt: instant(),
    /** Told only to those who are registered. */
    onlineUrl: text(),
    accessibility: jsonb().$type<Accessibility>().notNull().default({}),
    accessNote: text(),
    /** When the place, or what is said of its access, was last another. */
    accessSaidAt: instant(),
    accessConfirmedAt: instant(),
    accessConfirmedById: uuid(),

    minAge: smallint(),
    minors: text({ enum: minorsPolicies }).notNull().default('with_consent'),
    welcomesNewcomers: boolean().notNull().default(true),
    /** Null when it costs nothing. */
    price: text(),

    registration: text({ enum: registrationModes }).notNull().default('instant'),
    externalUrl: text(),
    opensAt: instant(),
    /** Registration ends so many minutes before a date begins. */
    closesBefore: integer().notNull().default(0),
    maxParty: smallint().notNull().default(1),
    /** What a new date begins with: seats (null without limit), kept for newcomers, whether there is a waiting list. */
    capacity: integer(),
    newcomerSeats: smallint().notNull().default(0),
    hasWaitlist: boolean().notNull().default(true),
    /** The things to do on a date, where there is more than one: a new date has a position for each. */
    roles: jsonb().$type<Role[]>().notNull().default([]),

    moderation: text({ enum: activityModerations }).notNull().default('draft'),
    publication: text({ enum: activityPublications }).notNull().default('unpublished'),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    submittedAt: instant(),
    moderationDueAt: instant(),
    treatedById: uuid(),
    treatedAt: instant(),
    publishedAt: instant(),
    archivedAt: instant(),
    hiddenAt: instant(),
    refusalCode: text(),
    refusalText: text(),
    image: text(),
    imageAlt: text(),
    origin: text(),
    /** What its source is called, where the import said so. */
    originName: text(),
    originId: text(),
    originUrl: text(),
    originHash: text(),
    originLicence: text(),
    /** When the source was last seen to announce it. */
    originSeenAt: instant(),
    /** When somebody here took over what was imported: from then on its source changes nothing by itself. */
    claimedAt: instant(),
    /** The activity that is the same, and is shown in its place. */
    mergedIntoId: uuid(),
  },
  (table) => [
    ...tenantWall(table),
    unique('activities_one_per_slug').on(table.tenantId, table.slug),
    unique('activities_one_per_origin').on(table.tenantId, table.origin, table.originId),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    ofPerson(table.tenantId, table.organiserId),
    ofPerson(table.tenantId, table.treatedById),
    ofPerson(table.tenantId, table.accessConfirmedById),
    foreignKey({ columns: [table.tenantId, table.ideaId], foreignColumns: [ideas.tenantId, ideas.id] }),
    foreignKey({ columns: [table.tenantId, table.mergedIntoId], foreignColumns: [table.tenantId, table.id] }),
    index('activities_merged').on(table.tenantId, table.mergedIntoId),
    ofInitiative(table),
    index('activities_of_organisation').on(table.tenantId, table.organisationId),
    index('activities_of_organiser').on(table.tenantId, table.organiserId),
    index('activities_of_initiative').on(table.tenantId, table.initiativeId),
    index('activities_of_image').on(table.tenantId, table.image),
    index('activities_of_idea').on(table.tenantId, table.ideaId),
    index('activities_published').on(table.tenantId, table.publication, table.publishedAt),
    check('activities_lead_to_the_web', sql`external_url ~ '^https?://' and online_url ~ '^https?://'`),
    check('activities_registered_elsewhere', sql`registration <> 'external' or external_url is not null`),
    check(
      'activities_seats',
      sql`capacity > 0 and newcomer_seats >= 0 and newcomer_seats < coalesce(capacity, 32767)`,
    ),
    check('activities_party', sql`max_party between 1 and 30`),
    check(
      'activities_public_are_whole',
      sql`publication <> 'published' or (moderation in ('approved', 'hidden') and slug is not null and title <> '' and published_at is not null)`,
    ),
  ],
)

/** A text, a place or a rule its organiser wishes for a public activity, waiting to be read; the approved one stays. */
export const activityRevisions = pgTable(
  'activity_revisions',
  {
    ...tenantColumns,
    activityId: uuid().notNull(),
    wish: jsonb().$type<Record<string, unknown>>().notNull(),
    byId: uuid(),
    at: instant().notNull(),
    state: text({ enum: ['waiting', 'approved', 'rejected', 'superseded'] }).notNull(),
    treatedById: uuid(),
    treatedAt: instant(),
    reason: text(),
  },
  (table) => [
    ...tenantWall(table),
    ofActivity(table),
    ofPerson(table.tenantId, table.byId),
    ofPerson(table.tenantId, table.treatedById),
    index('activity_revisions_of').on(table.tenantId, table.activityId, table.at),
  ],
)

export function ofActivity(table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  activityId: Parameters<typeof foreignKey>[0]['columns'][0]
}) {
  return foreignKey({
    columns: [table.tenantId, table.activityId],
    foreignColumns: [activities.tenantId, activities.id],
  })
}

type Column = Parameters<typeof foreignKey>[0]['columns'][0]
function ofPerson(tenantId: Column, personId: Column) {
  return foreignKey({ columns: [tenantId, personId], foreignColumns: [people.tenantId, people.id] })
}
