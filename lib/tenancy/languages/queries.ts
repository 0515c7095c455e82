import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { comments, consultations, ideas, people } from '../../../drizzle/schema'
import { type Locale, locales } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import type { Uses } from './rules'

/** Who reads each language, and what is written in it. */
export function countLanguageUses(tenant: { id: string }) {
  return inTenant(tenant, async (db) => {
    const counted: [Locale, Uses][] = []
    for (const locale of locales) counted.push([locale, await readUses(db, locale)])
    return Object.fromEntries(counted) as Record<Locale, Uses>
  })
}

export async function readUses(db: Db, locale: Locale): Promise<Uses> {
  return {
    people: await db.$count(people, and(eq(people.locale, locale), isNull(people.deletedAt))),
    ideas: await db.$count(ideas, eq(ideas.locale, locale)),
    comments: await db.$count(comments, eq(comments.locale, locale)),
    consultations: await db.$count(consultations, eq(consultations.locale, locale)),
  }
}
