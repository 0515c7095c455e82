import 'server-only'
import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { people } from '../../../drizzle/schema'

/** Only the year of birth is known: whoever turns eighteen this year is spared until the next. */
export const isUnderAge = sql<boolean>`coalesce(extract(year from now()) - ${people.birthYear} <= 18, false)`

/** The name that everyone may read. Whoever is under age speaks and acts as anybody, and is not named. */
export const publicName = sql<string | null>`case when ${isUnderAge} then null else ${people.name} end`

/** Whether a column names this person, or an account that became part of theirs: what is only added to keeps the name it had. */
export function isOf(column: PgColumn, personId: string): SQL {
  return sql`${column} in (select ${personId}::uuid union all
    select united.id from ${people} united where united.united_into_person_id = ${personId}::uuid)`
}

/** The account that speaks for the one a column names today. */
export function todayOf(column: PgColumn): SQL {
  return sql`coalesce((select united.united_into_person_id from ${people} united where united.id = ${column}), ${column})`
}
