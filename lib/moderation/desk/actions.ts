'use server'

import { redirect } from 'next/navigation'
import { moderatorAction } from '../../actions'
import type { Outcome } from '../../outcome'
import { pathOf, type Site } from '../../tenancy/site'
import { rejectAppeal, upholdAppeal } from '../appeals/commands'
import { confirmHiding, declineHiding, hideSubject, keepSubject, restoreSubject } from '../hiding/commands'
import { leftQuery } from '../queue/input'
import { askChanges, holdTask, releaseHold } from '../rounds/commands'
import { publishSubject, refuseSubject } from '../submissions/commands'
import { takeUp as putOnDesk } from '../tasks/commands'
import { claimTask, claimTasks, releaseTasks } from './commands'
import { ClaimInput, HideInput, SeveralInput, TakeUpInput, TaskInput, WordsInput } from './input'

export const claim = moderatorAction(ClaimInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await claimTask(tenant, { ...input, byId: person.id, now })),
)

export const giveBack = moderatorAction(TaskInput, async ({ site, tenant, person, input }) => {
  await releaseTasks(tenant, { taskIds: [input.taskId], byId: person.id })
  redirect(pathOf(site.tenant, site.locale, site.surface, '/moderation'))
})

/** Only what changes nothing for anybody is done to several at once: every decision has words of its own. */
export const several = moderatorAction(SeveralInput, async ({ site, tenant, person, input }) => {
  const chosen = { taskIds: input.task, byId: person.id }
  const mine = pathOf(site.tenant, site.locale, site.surface, '/moderation?miens=1')
  if (input.does === 'release') {
    await releaseTasks(tenant, chosen)
    redirect(mine)
  }
  const claimed = await claimTasks(tenant, chosen)
  redirect(claimed.ok ? mine + leftQuery(claimed.value.left) : mine)
})

export const letIn = moderatorAction(TaskInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await publishSubject(tenant, { ...input, byId: person.id, now })),
)

export const turnDown = moderatorAction(HideInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await refuseSubject(tenant, { ...input, byId: person.id, now })),
)

export const ask = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await askChanges(tenant, { ...input, byId: person.id, now })),
)

export const hold = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await holdTask(tenant, { ...input, byId: person.id, now })),
)

export const release = moderatorAction(TaskInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await releaseHold(tenant, { ...input, byId: person.id, now })),
)

export const hide = moderatorAction(HideInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await hideSubject(tenant, { ...input, byId: person.id, now })),
)

export const confirm = moderatorAction(TaskInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await confirmHiding(tenant, { ...input, byId: person.id, now })),
)

export const decline = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await declineHiding(tenant, { ...input, byId: person.id, now })),
)

export const keep = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await keepSubject(tenant, { ...input, byId: person.id, now })),
)

export const restore = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await restoreSubject(tenant, { ...input, byId: person.id, now })),
)

export const uphold = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await upholdAppeal(tenant, { ...input, byId: person.id, now })),
)

export const reject = moderatorAction(WordsInput, async ({ site, tenant, person, input, now }) =>
  shown(site, input.taskId, await rejectAppeal(tenant, { ...input, byId: person.id, now })),
)

export const takeUp = moderatorAction(TakeUpInput, async ({ site, tenant, person, input, now }) => {
  const outcome = await putOnDesk(tenant, { ...input, byId: person.id, now })
  return outcome.ok ? redirect(taskPath(site, outcome.value.taskId)) : outcome
})

/** The page of the task says what was done; whoever comes second reads the first's decision there. */
function shown<Refusal extends string>(site: Site, taskId: string, outcome: Outcome<unknown, Refusal>) {
  if (outcome.ok) redirect(taskPath(site, taskId))
  if (outcome.refusal === 'already_decided') redirect(`${taskPath(site, taskId)}?deja=1`)
  return outcome
}

function taskPath({ tenant, locale, surface }: Site, taskId: string): string {
  return pathOf(tenant, locale, surface, `/moderation/${taskId}`)
}
