import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { consultations, follows, ideas, interests, organisations } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'

/** Everything a person follows: ideas, and what is published under a theme, in a district or around a place. */
export function listFollowed(tenant: Tenant, personId: string) {
  return inTenant(tenant, async (db) => ({
    ideas: await db
      .select({ id: ideas.id, slug: ideas.slug, title: ideas.title, since: follows.since })
      .from(follows)
      .innerJoin(ideas, eq(ideas.id, follows.ideaId))
      .where(eq(follows.personId, personId))
      .orderBy(desc(follows.since))
      .limit(200),
    consultations: await db
      .select({ id: interests.id, slug: consultations.slug, title: consultations.title })
      .from(interests)
      .innerJoin(consultations, eq(sql`${consultations.id}::text`, interests.value))
      .where(and(eq(interests.personId, personId), eq(interests.kind, 'consultation')))
      .orderBy(desc(interests.since)),
    organisations: await db
      .select({ id: interests.id, slug: organisations.slug, name: organisations.name })
      .from(interests)
      .innerJoin(organisations, eq(sql`${organisations.id}::text`, interests.value))
      .where(and(eq(interests.personId, personId), eq(interests.kind, 'organisation')))
      .orderBy(desc(interests.since)),
    interests: await db
      .select()
      .from(interests)
      .where(eq(interests.personId, personId))
      .orderBy(interests.kind, desc(interests.since)),
  }))
}
export type Followed = Awaited<ReturnType<typeof listFollowed>>
