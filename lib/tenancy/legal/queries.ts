import 'server-only'
import { asc, sql } from 'drizzle-orm'
import { tenantVersions } from '../../../drizzle/schema'
import { Legal } from '../../../tenants/legal'
import { Localized, type Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { type Answers, type AnswerVersion, type Asked, askedOf } from './rules'

const legal = Legal(Localized)
type Kept = Pick<Tenant, 'name' | 'contact' | 'ideas'> & { legal: unknown; sentences?: Tenant['sentences'] }

/** What a city has answered for its legal pages in each version it published, oldest first. */
export function listAnswers(tenant: { id: string }): Promise<AnswerVersion[]> {
  return inTenant(tenant, async (db) => {
    const rows = await db
      .select({
        version: tenantVersions.version,
        publishedAt: tenantVersions.publishedAt,
        kept: sql<Kept>`jsonb_build_object(
          'name', ${tenantVersions.settings} -> 'name', 'contact', ${tenantVersions.settings} -> 'contact',
          'legal', ${tenantVersions.settings} -> 'legal', 'ideas', ${tenantVersions.settings} -> 'ideas',
          'sentences', ${tenantVersions.settings} -> 'sentences')`,
      })
      .from(tenantVersions)
      .orderBy(asc(tenantVersions.version))
    return rows.map(({ kept, ...version }) => ({ ...version, answers: answersIn(kept) }))
  })
}

/** A version published before there were questions answered none of them. */
function answersIn({ name, contact, legal: said, ideas, sentences }: Kept): Answers {
  const { moderation, moderationWorkingDays } = ideas
  return {
    ...{ name, contact, legal: legal.parse(said ?? {}), sentences: sentences ?? {} },
    ideas: { moderation, moderationWorkingDays },
  }
}

/** A city that publishes other settings is another object: what it asked before goes with the one before. */
const asked = new WeakMap<Tenant, Promise<Asked[]>>()

/** What this city asks everyone to accept, read once for the settings in force. */
export function listAsked(tenant: Tenant): Promise<Asked[]> {
  const known = asked.get(tenant)
  if (known) return known
  const reading = listAnswers(tenant).then(askedOf)
  asked.set(tenant, reading)
  reading.then(
    (found) => found.length > 0 || asked.delete(tenant),
    () => asked.delete(tenant),
  )
  return reading
}
