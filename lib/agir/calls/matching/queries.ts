import 'server-only'
import { and, arrayContains, eq, isNull, notExists, sql } from 'drizzle-orm'
import { callAnswers, people, volunteers } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { kilometresFrom } from '../../volunteers/distances/rules'
import type { Candidate, Need } from '../rules'

const week = 7 * 86_400_000

/**
 * Those who offered their help for such a time and were not asked yet. What they offered, and how often they were asked, is
 * all that is looked at: nothing they support, write or follow.
 */
export function offersFor(db: Db, callId: string, need: Need, now: Date) {
  const since = new Date(now.getTime() - week)
  const asked = db
    .select({ id: callAnswers.id })
    .from(callAnswers)
    .where(and(eq(callAnswers.callId, callId), eq(callAnswers.personId, volunteers.personId)))
  return db
    .select({
      personId: volunteers.personId,
      skills: volunteers.skills,
      languages: volunteers.languages,
      availability: volunteers.availability,
      birthYear: volunteers.birthYear,
      districtCode: volunteers.districtCode,
      radiusKm: volunteers.radiusKm,
      askedLately: sql<number>`(select count(*)::int from ${callAnswers} lately
        where lately.person_id = ${volunteers.personId} and lately.asked_at > ${since.toISOString()}::timestamptz)`,
    })
    .from(volunteers)
    .innerJoin(people, and(eq(people.id, volunteers.personId), isNull(people.deletedAt)))
    .where(
      and(
        isNull(volunteers.stoppedAt),
        arrayContains(volunteers.availability, [need.slot]),
        notExists(asked),
      ),
    )
}

/** With how far each lives from where the need is. */
export async function listCandidates(
  db: Db,
  tenant: Pick<Tenant, 'territory'>,
  { callId, need, now }: { callId: string; need: Need; now: Date },
): Promise<Candidate[]> {
  const distance = need.districtCode ? kilometresFrom(tenant.territory, need.districtCode) : null
  const offers = await offersFor(db, callId, need, now)
  return offers.map((one) => ({
    ...one,
    kilometres: distance ? (distance.get(one.districtCode) ?? null) : null,
  }))
}
