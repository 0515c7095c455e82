import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import { cityRoles, commentStates, stances, voices } from '../../lib/comments/rules'
import { ofIdea } from './ideas'
import { people } from './people'
import { instant, tenantColumns, tenantId, tenantPolicy, tenantWall } from './tenant-scope'

/** What is said about an idea. An answer stands under a comment of the same idea, and nothing stands under an answer. */
export const comments = pgTable(
  'comments',
  {
    ...tenantColumns,
    ideaId: uuid().notNull(),
    depth: smallint().notNull().default(1),
    parentId: uuid(),
    /** Always 1 where there is a parent: with it, the reference can only lead to what answers nothing. */
    parentDepth: smallint(),
    voice: text({ enum: voices }).notNull().default('citizen'),
    /** In which quality an agent spoke for the city. */
    cityRole: text({ enum: cityRoles }),
    stance: text({ enum: stances }).notNull().default('neutral'),
    body: text().notNull(),
    locale: text().notNull(),
    /** Null once the account is deleted, and for what was said elsewhere. */
    authorId: uuid(),
    state: text({ enum: commentStates }).notNull().default('visible'),
    at: instant().notNull(),
    editableUntil: instant().notNull(),
    editedAt: instant(),
    usefulCount: integer().notNull().default(0),
    uselessCount: integer().notNull().default(0),
    importedUsefulCount: integer().notNull().default(0),
    origin: text(),
    originId: text(),
  },
  (table) => [
    ...tenantWall(table),
    ofIdea(table),
    unique('comments_may_be_answered').on(table.tenantId, table.ideaId, table.id, table.depth),
    unique('comments_one_per_origin').on(table.tenantId, table.origin, table.originId),
    foreignKey({
      name: 'comments_answer_first_level',
      columns: [table.tenantId, table.ideaId, table.parentId, table.parentDepth],
      foreignColumns: [table.tenantId, table.ideaId, table.id, table.depth],
    }),
    foreignKey({ columns: [table.tenantId, table.authorId], foreignColumns: [people.tenantId, people.id] }),
    index('comments_of_idea').on(table.tenantId, table.ideaId, table.parentId, table.at),
    index('comments_answering').on(table.tenantId, table.parentId),
    index('comments_by_author').on(table.tenantId, table.authorId, table.at),
    check(
      'comments_two_levels',
      sql`(parent_id is null and parent_depth is null and depth = 1) or (parent_id is not null and parent_depth = 1 and depth = 2)`,
    ),
    check('comments_city_by_someone', sql`(voice = 'city') = (city_role is not null)`),
    check('comments_sides_are_citizens', sql`voice = 'citizen' or stance = 'neutral'`),
    check('comments_removed_say_nothing', sql`state <> 'removed' or body = ''`),
    check('comments_shown_say_something', sql`body <> '' or state in ('removed', 'hidden')`),
  ],
)

/** Whether somebody found a comment useful. One row for each person and comment, whatever is pressed. */
export const commentVotes = pgTable(
  'comment_votes',
  {
    tenantId,
    commentId: uuid().notNull(),
    personId: uuid().notNull(),
    useful: boolean().notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.commentId, table.personId] }),
    tenantPolicy(),
    foreignKey({
      columns: [table.tenantId, table.commentId],
      foreignColumns: [comments.tenantId, comments.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [table.tenantId, table.personId], foreignColumns: [people.tenantId, people.id] }),
    index('comment_votes_of').on(table.tenantId, table.personId),
  ],
)
