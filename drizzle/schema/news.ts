import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { newsStates } from '../../lib/agir/news/rules'
import { activities } from './activities'
import { ideas } from './ideas'
import { initiatives } from './initiatives'
import { people } from './people'
import { instant, tenantColumns, tenantWall } from './tenant-scope'

/** What those who act tell afterwards: how a date went, or how what lasts goes on. */
export const news = pgTable(
  'news',
  {
    ...tenantColumns,
    initiativeId: uuid(),
    activityId: uuid(),
    byId: uuid(),
    title: text().notNull(),
    body: text().notNull(),
    locale: text().notNull(),
    state: text({ enum: newsStates }).notNull().default('draft'),
    createdAt: instant().notNull(),
    changedAt: instant().notNull(),
    submittedAt: instant(),
    moderationDueAt: instant(),
    treatedById: uuid(),
    treatedAt: instant(),
    publishedAt: instant(),
    hiddenAt: instant(),
    refusalCode: text(),
    refusalText: text(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({
      columns: [table.tenantId, table.initiativeId],
      foreignColumns: [initiatives.tenantId, initiatives.id],
    }),
    foreignKey({
      columns: [table.tenantId, table.activityId],
      foreignColumns: [activities.tenantId, activities.id],
    }),
    foreignKey({ columns: [table.tenantId, table.byId], foreignColumns: [people.tenantId, people.id] }),
    foreignKey({
      columns: [table.tenantId, table.treatedById],
      foreignColumns: [people.tenantId, people.id],
    }),
    index('news_of_initiative').on(table.tenantId, table.initiativeId, table.publishedAt),
    index('news_of_activity').on(table.tenantId, table.activityId, table.publishedAt),
    index('news_of_person').on(table.tenantId, table.byId),
    check('news_of_something', sql`(initiative_id is null) <> (activity_id is null)`),
    check('news_told_when', sql`state not in ('published', 'hidden') or published_at is not null`),
  ],
)

export const newsImages = pgTable(
  'news_images',
  {
    ...tenantColumns,
    newsId: uuid().notNull(),
    position: smallint().notNull(),
    file: text().notNull(),
    alt: text().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.newsId], foreignColumns: [news.tenantId, news.id] }),
    index('news_images_of').on(table.tenantId, table.newsId, table.position),
    index('news_images_by_file').on(table.tenantId, table.file),
  ],
)

/** A need that came back so often that somebody made an idea of it. */
export const ideaNeeds = pgTable(
  'idea_needs',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    activityId: uuid().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    ...tenantWall(table),
    foreignKey({ columns: [table.tenantId, table.ideaId], foreignColumns: [ideas.tenantId, ideas.id] }),
    foreignKey({
      columns: [table.tenantId, table.activityId],
      foreignColumns: [activities.tenantId, activities.id],
    }),
    index('idea_needs_of_idea').on(table.tenantId, table.ideaId),
    index('idea_needs_of_activity').on(table.tenantId, table.activityId),
  ],
)
