import 'server-only'
import { auditEvents } from '../../../drizzle/schema'
import type { Db } from '../../db'
import type { AuditActor } from './rules'

export type Audited = {
  actor: AuditActor
  /** What was done, as `settings.published`; `audit.actions.<action>` is its sentence where there is one. */
  action: string
  /** What it was done to, as `version:12` or `setting:theme.brand`. */
  subject: string
  before?: unknown
  after?: unknown
  reason?: string | null
  now: Date
}

/** Written in the transaction of the act itself, last: until it commits, the next event of the city waits. */
export async function audit(db: Db, { actor, before, after, reason, now, ...what }: Audited): Promise<void> {
  await db.insert(auditEvents).values({
    ...what,
    actorKind: actor.kind,
    actorName: actor.name,
    before: before ?? null,
    after: after ?? null,
    reason: reason ?? null,
    at: now,
  })
}
