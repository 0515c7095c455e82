import 'server-only'
import { and, eq, gt, inArray, isNull, ne } from 'drizzle-orm'
import {
  activities,
  memberships,
  occurrences,
  organisationIdentifiers,
  organisations,
} from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { addTask } from '../../../moderation/tasks/commands'
import { findSubject } from '../../../moderation/subjects/commands'
import { done, type Outcome, refused } from '../../../outcome'
import { changed } from '../../../tenancy/freshness'
import { countOwners } from '../members/queries'
import { mayFor } from '../queries'
import type { OrganisationRefusal } from '../rules'

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

type Closing = { organisationId: string; personId: string; now: Date }

/** Those who own it end it, once nobody is awaited on a date to come. Its numbers may serve another. */
export function closeOrganisation(
  tenant: { id: string },
  { organisationId, personId, now }: Closing,
): Promise<Outcome<undefined, OrganisationRefusal>> {
  return inTenant(tenant, async (db) => {
    const one = eq(organisations.id, organisationId)
    const [found] = await db
      .select({ state: organisations.state })
      .from(organisations)
      .where(one)
      .for('update')
    if (!found || !(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    if (found.state === 'suspended') return refused('suspended')
    if (found.state !== 'active') return refused('not_ready')
    if (await hasDates(db, organisationId, now)) return refused('has_dates')
    await db.update(organisations).set({ state: 'closed', closedAt: now, wish: null, trust: 0 }).where(one)
    await db
      .update(memberships)
      .set({ state: 'left', endedAt: now, email: null, tokenHash: null })
      .where(
        and(
          eq(memberships.organisationId, organisationId),
          inArray(memberships.state, ['active', 'requested', 'invited']),
        ),
      )
    await db
      .update(organisationIdentifiers)
      .set({ releasedAt: now })
      .where(
        and(
          eq(organisationIdentifiers.organisationId, organisationId),
          isNull(organisationIdentifiers.releasedAt),
        ),
      )
    await changed(db, 'activities')
    return done(undefined)
  })
}

async function hasDates(db: Db, organisationId: string, now: Date): Promise<boolean> {
  const coming = await db
    .select({ id: occurrences.id })
    .from(occurrences)
    .innerJoin(activities, eq(activities.id, occurrences.activityId))
    .where(
      and(
        eq(activities.organisationId, organisationId),
        eq(activities.publication, 'published'),
        gt(occurrences.endsAt, now),
        ne(occurrences.state, 'cancelled'),
      ),
    )
    .limit(1)
  return coming.length > 0
}
