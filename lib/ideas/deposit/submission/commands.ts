import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { ideas } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Holder } from '../../../ideas/deposit/rules'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { rulesInForce } from '../../../rules/queries'
import type { RuleSet } from '../../../rules/rules'
import { skeleton } from '../../../text'
import { applyChange } from '../../changes/commands'
import { publishIn } from '../../moderation/commands'
import { countRunning, findSameTitle, heldBy } from '../queries'
import { oneAtATime } from '../commands'
import {
  type Author as SubmissionAuthor,
  type Criterion,
  dueAfterWorkingDays,
  type SubmissionRefusal,
  submissionRefusal,
  yearIn,
} from '../rules'

type Submitted = { published: boolean; slug: string | null }
type Act = {
  ideaId: string
  person: Author
  draftKey: string | null
  answers: Record<Criterion, boolean>
  now: Date
}
type Author = SubmissionAuthor & { id: string }

/** The draft becomes its author's and goes to the city; one that publishes first and reads after publishes it at once. */
export function submitIdea(tenant: Tenant, act: Act): Promise<Outcome<Submitted, SubmissionRefusal>> {
  const { ideaId, person, draftKey, answers, now } = act
  const holder: Holder = { personId: person.id, draftKey }
  return inTenant(tenant, async (db) => {
    await oneAtATime(db, holder)
    const [draft] = await db
      .select()
      .from(ideas)
      .where(and(eq(ideas.id, ideaId), heldBy(holder)))
      .for('no key update')
    if (!draft) return refused('not_there')
    const inForce = await rulesInForce(db)
    const running = await countRunning(db, person.id)
    const { rules, timeZone } = inForce
    const atLeast = tenant.signIn.acts.deposit
    const asked = { draft, answers, author: person, rules, running, year: yearIn(timeZone, now), atLeast }
    const refusal = submissionRefusal(asked) ?? (await textRefusal(db, draft))
    if (refusal) return refused(refusal)

    const set = submission(act, inForce)
    await applyChange(db, draft, 'submit', { byId: person.id, byRole: 'author', now, set })
    if (rules.moderation === 'before') return done({ published: false, slug: null })
    const sent = { ...draft, publication: 'submitted', authorId: person.id } as const
    return done({
      published: true,
      slug: await publishIn(db, tenant, sent, { byId: null, now }),
    })
  })
}

function submission({ person, answers, now }: Act, { rules, timeZone }: RuleSet) {
  return {
    authorId: person.id,
    draftKey: null,
    criteria: answers,
    pullBackUntil: new Date(now.getTime() + rules.coolingOffHours * 3_600_000),
    moderationDueAt: dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone),
  }
}

/** A title someone would take for another idea's, or a text sent again as it was. */
async function textRefusal(db: Db, draft: typeof ideas.$inferSelect): Promise<SubmissionRefusal | null> {
  if (await findSameTitle(db, draft.id, skeleton(draft.title))) return 'title_taken'
  if (!draft.previousId) return null
  const [same] = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(
      and(
        eq(ideas.id, draft.previousId),
        sql`${ideas.title} = ${draft.title} and ${ideas.body} = ${draft.body}`,
      ),
    )
  return same ? 'unchanged_relaunch' : null
}
