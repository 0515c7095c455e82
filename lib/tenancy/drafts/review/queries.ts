import 'server-only'
import { Tenant } from '../../../../tenants/tenant'
import { inTenant } from '../../../db'
import { isSameTrial, trialOf } from '../../../rules/workshop/rules'
import { consequencesOf } from '../../versions/plan/rules'
import { countRunning } from '../../versions/queries'
import { onHead } from '../publishing/commands'
import { problemsOf, readHead, readOpenDraft } from '../queries'
import { changedSettings, changesRules, needsSecondPerson, valueOf } from '../rules'

/** Everything there is to know before a draft is published: what changes, what follows, what stands in the way. */
export function findReview(tenant: { id: string }) {
  return inTenant(tenant, async (db) => {
    const [head, draft] = [await readHead(db), await readOpenDraft(db)]
    if (!draft) return null
    const { settings, conflicts } = await onHead(db, draft, head)
    const after = Tenant.parse(settings)
    const before = head.settings
    const changes = changedSettings(before, after).map(({ key }) => ({
      key,
      before: valueOf(before, key),
      after: valueOf(after, key),
    }))
    const trials = { before: trialOf(before), after: trialOf(after) }
    const thresholds = { before: trials.before.threshold, after: trials.after.threshold }
    const touched = changes.map(({ key: at }) => ({ at }))
    return {
      draft,
      changes,
      conflicts,
      after,
      /** Its threshold or its duration can be tried on the past. */
      moves: !isSameTrial(trials.before, trials.after),
      changesRules: changesRules(before, after),
      needsSecond: needsSecondPerson(before, after),
      consequences: consequencesOf(touched, { running: await countRunning(db), thresholds }),
      problems: await problemsOf(db, before, after),
    }
  })
}
export type Review = NonNullable<Awaited<ReturnType<typeof findReview>>>
