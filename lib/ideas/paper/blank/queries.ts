import 'server-only'
import { and, eq } from 'drizzle-orm'
import { ideas, people } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { publicName } from '../../../people/names/queries'
import { readRuleSet } from '../../../rules/queries'
import { isCollecting, paperRefusal } from '../rules'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const sayable = /^[a-z0-9-]{1,200}$/

export type BlankSheet = NonNullable<Awaited<ReturnType<typeof findBlankSheet>>>

/** What a sheet to be signed says of an idea; null where its rules let nobody sign on paper. */
export function findBlankSheet(tenant: { id: string }, address: string, now: Date) {
  return inTenant(tenant, async (db) => {
    if (!sayable.test(address)) return null
    const byAddress = uuid.test(address) ? eq(ideas.id, address) : eq(ideas.slug, address)
    const [idea] = await db
      .select({ ...shown, author: publicName })
      .from(ideas)
      .leftJoin(people, eq(people.id, ideas.authorId))
      .where(and(byAddress, eq(ideas.publication, 'published')))
    const set = idea?.ruleVersion ? await readRuleSet(db, idea.ruleVersion) : null
    if (!idea || !set) return null
    const refusal = paperRefusal(idea, set.rules, now)
    if (refusal !== null && refusal !== 'closed') return null
    const { residence, withdrawUntil } = set.rules
    return { ...idea, residence, withdrawUntil, isOpen: isCollecting(idea, now) }
  })
}

const shown = {
  id: ideas.id,
  slug: ideas.slug,
  title: ideas.title,
  body: ideas.body,
  locale: ideas.locale,
  publication: ideas.publication,
  collection: ideas.collection,
  deadlineAt: ideas.deadlineAt,
  timeZone: ideas.timeZone,
  threshold: ideas.threshold,
  supportMinAge: ideas.supportMinAge,
  supportAssurance: ideas.supportAssurance,
  ruleVersion: ideas.ruleVersion,
}
