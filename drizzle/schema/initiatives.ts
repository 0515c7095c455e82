import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { initiativeRoles, initiativeStates, type InitiativeWords } from '../../lib/agir/initiatives/rules'
import { organisations } from './organisations'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What lasts, and what activities come from: kept by an organisation, or by people without one. */
export const initiatives = pgTable(
  'initiatives',
  {
    ...tenantColumns,
    slug: text(),
    organisationId: uuid(),
    createdById: uuid(),
    title: text().notNull().default(''),
    summary: text().notNull().default(''),
    story: text().notNull().default(''),
    locale: text().notNull(),
    themeIds: text().array().notNull().default([]),
    placeLabel: text(),
    address: text(),
    districtCode: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    /** Name of the re-encoded file under the city's media folder, and what it shows. */
    image: text(),
    imageAlt: text(),
    state: text({ enum: initiativeStates }).notNull().default('draft'),
    /** What it wishes to say while what was read stays in view. */
    wish: jsonb().$type<Partial<InitiativeWords>>(),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    submittedAt: instant(),
    moderationDueAt: instant(),
    treatedById: uuid(),
    treatedAt: instant(),
    activeAt: instant(),
    endedAt: instant(),
    hiddenAt: instant(),
    refusalCode: text(),
    refusalText: text(),
  },
  (table) => [
    ...tenantWall(table),
    unique('initiatives_one_per_slug').on(table.tenantId, table.slug),
    foreignKey({
      columns: [table.tenantId, table.organisationId],
      foreignColumns: [organisations.tenantId, organisations.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.createdById],
      foreignColumns: [people.tenantId, people.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.treatedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    index('initiatives_listed').on(table.tenantId, table.state, table.activeAt, table.id),
    index('initiatives_of_organisation').on(table.tenantId, table.organisationId),
    index('initiatives_of_image').on(table.tenantId, table.image),
    index('initiatives_of_creator').on(table.tenantId, table.createdById),
    check(
      'initiatives_public_are_whole',
      sql`state not in ('active', 'ended', 'hidden') or (slug is not null and title <> '' and story <> '' and active_at is not null)`,
    ),
    check('initiatives_points_are_whole', sql`(latitude is null) = (longitude is null)`),
    check('initiatives_pictures_are_told', sql`image is null or image_alt <> ''`),
  ],
)

/** Who keeps an initiative that no organisation keeps, and who takes part in any. */
export const initiativePeople = pgTable(
  'initiative_people',
  {
    ...tenantColumns,
    initiativeId: uuid().notNull(),
    personId: uuid().notNull(),
    role: text({ enum: initiativeRoles }).notNull(),
    at: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    ...tenantWall(table),
    ofInitiative(table),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    uniqueIndex('initiative_people_one_each')
      .on(table.tenantId, table.initiativeId, table.personId)
      .where(sql`ended_at is null`),
    index('initiative_people_of_person').on(table.tenantId, table.personId),
  ],
)

export function ofInitiative(table: {
  tenantId: Parameters<typeof foreignKey>[0]['columns'][0]
  initiativeId: Parameters<typeof foreignKey>[0]['columns'][0]
}) {
  return foreignKey({
    columns: [table.tenantId, table.initiativeId],
    foreignColumns: [initiatives.tenantId, initiatives.id],
  })
}
