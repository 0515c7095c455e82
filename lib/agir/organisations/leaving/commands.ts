import 'server-only'
import { and, eq, inArray } from 'drizzle-orm'
import { memberships, organisations } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { addTask } from '../../../moderation/hiding/commands'
import { findSubject } from '../../../moderation/subjects/commands'
import { changed } from '../../../tenancy/freshness'
import { countOwners } from '../members/queries'

const daysToFindAnother = 14

/**
 * Whoever deletes their account acts with nobody any more, and what was never sent goes with them. An organisation left
 * without an owner keeps its page: somebody of the city finds out who runs it now.
 */
export async function letGoOfOrganisations(db: Db, personId: string, now: Date): Promise<void> {
  const own = eq(memberships.personId, personId)
  const held = await db
    .update(memberships)
    .set({ state: 'left', endedAt: now, email: null, tokenHash: null })
    .where(and(own, inArray(memberships.state, ['active', 'requested', 'invited'])))
    .returning({ organisationId: memberships.organisationId, role: memberships.role })
  await db.update(organisations).set({ createdById: null }).where(eq(organisations.createdById, personId))
  for (const { organisationId, role } of held)
    if (role === 'owner' && (await countOwners(db, organisationId)) === 0)
      await leaveToTheCity(db, organisationId, now)
  if (held.length > 0) await changed(db, 'activities')
}

async function leaveToTheCity(db: Db, organisationId: string, now: Date): Promise<void> {
  const drafted = and(eq(organisations.id, organisationId), eq(organisations.state, 'draft'))
  if ((await db.$count(organisations, drafted)) > 0) {
    await db.delete(memberships).where(eq(memberships.organisationId, organisationId))
    await db.delete(organisations).where(drafted)
    return
  }
  const subject = await findSubject(db, 'organisation', organisationId)
  if (!subject || subject.standing === 'gone') return
  const dueAt = new Date(now.getTime() + daysToFindAnother * 86_400_000)
  await addTask(db, subject, { kind: 'own_initiative', dueAt, matter: { left: 'owner' }, now })
}
