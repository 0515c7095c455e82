import 'server-only'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { ideas, people, ruleSets } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { isUnderAge, publicName } from '../../people/names/queries'

export type CertifiedFact = NonNullable<Awaited<ReturnType<typeof findCertificate>>>

/** The dated fact that an idea reached its threshold, with the rules it was published under. Null before it did. */
export function findCertificate(tenant: { id: string }, slug: string) {
  return inTenant(tenant, async (db) => {
    const [fact] = await db
      .select({
        ideaId: ideas.id,
        slug: ideas.slug,
        title: ideas.title,
        ideaLocale: ideas.locale,
        author: publicName,
        isByMinor: isUnderAge,
        publishedAt: ideas.publishedAt,
        reachedAt: ideas.reachedAt,
        certifiedAt: ideas.certifiedAt,
        deadlineAt: ideas.deadlineAt,
        threshold: ideas.threshold,
        timeZone: ideas.timeZone,
        ruleVersion: ideas.ruleVersion,
        ruleDigest: ruleSets.digest,
        rules: ruleSets.rules,
      })
      .from(ideas)
      .innerJoin(ruleSets, eq(ruleSets.version, ideas.ruleVersion))
      .leftJoin(people, eq(people.id, ideas.authorId))
      .where(
        and(
          eq(ideas.slug, slug),
          isNotNull(ideas.reachedAt),
          inArray(ideas.publication, ['published', 'withdrawn', 'merged']),
        ),
      )
    return fact ?? null
  })
}
