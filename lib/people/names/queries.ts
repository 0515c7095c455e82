import 'server-only'
import { sql } from 'drizzle-orm'
import { people } from '../../../drizzle/schema'

/** Only the year of birth is known: whoever turns eighteen this year is spared until the next. */
export const isUnderAge = sql<boolean>`coalesce(extract(year from now()) - ${people.birthYear} <= 18, false)`

/** The name that everyone may read. Whoever is under age speaks and acts as anybody, and is not named. */
export const publicName = sql<string | null>`case when ${isUnderAge} then null else ${people.name} end`
