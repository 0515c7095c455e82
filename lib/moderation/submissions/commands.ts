import 'server-only'
import { type RefusalCode, shortestReason } from '../../ideas/moderation/rules'
import { inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { lengthOf } from '../../text'
import { closeTask, writeDecision } from '../decisions/commands'
import { type AtDesk, openTask } from '../desk/commands'
import { type DeskRefusal, groundOf } from '../rules'
import { deskOf } from '../subjects/commands'

type City = { id: string }
type Result = Promise<Outcome<undefined, DeskRefusal>>

/** Lets everyone see what was sent to the city: any kind of thing whose desk says how. */
export function publishSubject(tenant: City, act: AtDesk): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, ['submission'])
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    const { publish } = deskOf(subject.kind)
    if (!publish) return refused('not_this_task')
    if (task.state === 'held') return refused('on_hold')
    const decided = { about: subject, act: 'publish', source: 'submission', taskId: task.id } as const
    await writeDecision(db, tenant, { ...decided, byId: act.byId, now: act.now })
    await publish(db, subject, act)
    await closeTask(db, task.id, act.now)
    return done(undefined)
  })
}

type Reasons = { code: RefusalCode; text: string; groundText: string | null }

/** Declines what was sent, with a code for the public and words for whoever sent it. */
export function refuseSubject(tenant: City, { code, text, groundText, ...act }: AtDesk & Reasons): Result {
  return inTenant(tenant, async (db) => {
    const opened = await openTask(db, act, ['submission'])
    if (!opened.ok) return opened
    const { subject, task } = opened.value
    const { refuse } = deskOf(subject.kind)
    if (!refuse) return refused('not_this_task')
    if (task.state === 'held') return refused('on_hold')
    if (lengthOf(text) < shortestReason(code)) return refused('reason_too_short')
    if (groundOf(code) === 'law' && !groundText) return refused('law_needed')
    const decided = { about: subject, act: 'refuse', source: 'submission', taskId: task.id } as const
    await writeDecision(db, tenant, { ...decided, code, text, groundText, byId: act.byId, now: act.now })
    await refuse(db, subject, { byId: act.byId, now: act.now, code, text })
    await closeTask(db, task.id, act.now)
    return done(undefined)
  })
}
