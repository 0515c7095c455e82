import 'server-only'
import { asc, sql } from 'drizzle-orm'
import { tenantVersions } from '../../../drizzle/schema'
import { Legal } from '../../../tenants/legal'
import { Localized, type Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import type { Answers, AnswerVersion } from './rules'

const legal = Legal(Localized)
type Kept = Pick<Tenant, 'name' | 'contact'> & { legal: unknown; ideas: Tenant['ideas'] }

/** What a city has answered for its legal pages in each version it published, oldest first. */
export function listAnswers(tenant: { id: string }): Promise<AnswerVersion[]> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        version: tenantVersions.version,
        publishedAt: tenantVersions.publishedAt,
        kept: sql<Kept>`jsonb_build_object(
          'name', ${tenantVersions.settings} -> 'name', 'contact', ${tenantVersions.settings} -> 'contact',
          'legal', ${tenantVersions.settings} -> 'legal', 'ideas', ${tenantVersions.settings} -> 'ideas')`,
      })
      .from(tenantVersions)
      .orderBy(asc(tenantVersions.version))
    return rows.map(({ kept, ...version }) => ({ ...version, answers: answersIn(kept) }))
  })
}

/** A version published before there were questions answered none of them. */
function answersIn({ name, contact, legal: said, ideas }: Kept): Answers {
  const { moderation, moderationWorkingDays } = ideas
  return { name, contact, legal: legal.parse(said ?? {}), ideas: { moderation, moderationWorkingDays } }
}
