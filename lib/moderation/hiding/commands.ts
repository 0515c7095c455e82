import 'server-only'
import { isHiddenCode, type RefusalCode, shortestReason } from '../../ideas/moderation/rules'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { lengthOf } from '../../text'
import { closeReports, closeTask, writeDecision } from '../decisions/commands'
import { type AtDesk, openTask, type Opened, sourceOf } from '../desk/commands'
import { tellReporters } from '../reports/telling/commands'
import { type DeskRefusal, dueHours, groundOf, isHiddenByTwo } from '../rules'
import { deskOf } from '../subjects/commands'
import { addTask } from '../tasks/commands'

type City = { id: string }
type Reasons = { code: RefusalCode; text: string; groundText: string | null }
type Result<Value = undefined> = Promise<Outcome<Value, DeskRefusal>>

const shown = ['report', 'own_initiative'] as const

/** Takes from view what breaks the rules or the law. What many support waits for a second person. */
export function hideSubject(
  tenant: City,
  { code, text, groundText, ...act }: AtDesk & Reasons,
): Result<{ waitsForSecond: boolean }> {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, shown)
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    if (subject.standing !== 'visible') return refused('gone_meanwhile')
    const refusal = codeRefusal(subject, code) ?? reasonsRefusal({ code, text, groundText })
    if (refusal) return refused(refusal)
    const reasons = { code, text, groundText }
    if (isHiddenByTwo(subject)) {
      await proposeHiding(db, tenant, opened.value, { ...reasons, ...act })
      return done({ waitsForSecond: true })
    }
    const decided = { about: subject, act: 'hide', source: sourceOf(task.kind), taskId: task.id } as const
    await applyHiding(db, tenant, opened.value, { ...decided, ...reasons, byId: act.byId, now: act.now })
    return done({ waitsForSecond: false })
  })
}

function codeRefusal({ obligesTheCity }: Opened['subject'], code: RefusalCode): DeskRefusal | null {
  return obligesTheCity && !isHiddenCode(code) ? 'hidden_code_needed' : null
}

function reasonsRefusal({ code, text, groundText }: Reasons): DeskRefusal | null {
  if (lengthOf(text) < shortestReason(code)) return 'reason_too_short'
  return groundOf(code) === 'law' && !groundText ? 'law_needed' : null
}

async function proposeHiding(
  db: Db,
  tenant: City,
  { subject, task }: Opened,
  { code, text, groundText, byId, now }: Reasons & { byId: string; now: Date },
) {
  const source = sourceOf(task.kind)
  const proposed = { act: 'propose_hide', source, taskId: task.id, code, text, groundText } as const
  await writeDecision(db, tenant, { about: subject, ...proposed, byId, now })
  await closeTask(db, task.id, now)
  await addTask(db, subject, {
    kind: 'second_look',
    dueAt: new Date(now.getTime() + dueHours.second_look * 3_600_000),
    matter: { code, text, groundText, byId, source },
    now,
  })
}

async function applyHiding(
  db: Db,
  tenant: City,
  { subject, task }: Opened,
  decided: Parameters<typeof writeDecision>[2] & Reasons,
) {
  const { byId, now, code, text } = decided
  const decisionId = await writeDecision(db, tenant, decided)
  await deskOf(subject.kind).hide(db, subject, { byId, now, code, text })
  await closeTask(db, task.id, now)
  await tellReporters(db, await closeReports(db, subject.id, { decisionId, now }))
}

/** A second person agrees, having read for themselves: only then is it hidden. */
export function confirmHiding(tenant: City, act: AtDesk): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, ['second_look'])
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    const { byId: firstId, code, text, groundText, source } = task.matter as Record<string, string>
    if (subject.standing !== 'visible') return refused('gone_meanwhile')
    const refusal = codeRefusal(subject, code as RefusalCode)
    if (refusal) return refused(refusal)
    await applyHiding(db, tenant, opened.value, {
      about: subject,
      act: 'hide',
      source: source === 'report' ? 'report' : 'own_initiative',
      taskId: task.id,
      code: code as RefusalCode,
      text: text!,
      groundText: groundText ?? null,
      byId: firstId!,
      secondById: act.byId,
      now: act.now,
    })
    return done(undefined)
  })
}

export const declineHiding = (tenant: City, act: AtDesk & { text: string }): Result =>
  leaveAsItIs(tenant, act, 'decline_hide')

/** Nothing is wrong with it: who reported it is told why. */
export const keepSubject = (tenant: City, act: AtDesk & { text: string }): Result =>
  leaveAsItIs(tenant, act, 'keep')

function leaveAsItIs(
  tenant: City,
  { text, ...at }: AtDesk & { text: string },
  act: 'keep' | 'decline_hide',
): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, at, act === 'keep' ? shown : ['second_look'])
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    if (lengthOf(text) < 30) return refused('reason_too_short')
    const decided = { about: subject, act, source: sourceOf(task.kind), taskId: task.id, text } as const
    const decisionId = await writeDecision(db, tenant, { ...decided, byId: at.byId, now: at.now })
    await deskOf(subject.kind)?.kept?.(db, subject)
    await closeTask(db, task.id, at.now)
    await tellReporters(db, await closeReports(db, subject.id, { decisionId, now: at.now }))
    return done(undefined)
  })
}

/** Gives back to everyone what was hidden. */
export function restoreSubject(tenant: City, { text, ...act }: AtDesk & { text: string }): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, shown)
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    if (subject.standing !== 'hidden') return refused('gone_meanwhile')
    if (lengthOf(text) < 30) return refused('reason_too_short')
    const decided = {
      about: subject,
      act: 'restore',
      source: sourceOf(task.kind),
      taskId: task.id,
      text,
    } as const
    const decisionId = await writeDecision(db, tenant, { ...decided, byId: act.byId, now: act.now })
    await deskOf(subject.kind).restore(db, subject, act)
    await closeTask(db, task.id, act.now)
    await tellReporters(db, await closeReports(db, subject.id, { decisionId, now: act.now }))
    return done(undefined)
  })
}
