import { randomUUID } from 'node:crypto'
import { registrations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { anInitiativeOf } from './initiatives'
import { aDate, anActivity, anActivityFollowedBy, anOrganisationAwaitedBy } from './agir'

type City = { id: string }

/** What in Agir brings somebody a letter of this kind; nothing when it is not of Agir. */
export function metInAgir(kind: string, city: City, personId: string): Promise<{ id: string }> | null {
  if (kind === 'activity_published') return anActivityFollowedBy(city, personId)
  if (kind === 'initiative_news') return anInitiativeOf(city, personId)
  if (/^organisation_(paused|resumed|ended)$/.test(kind)) return anOrganisationAwaitedBy(city, personId)
  if (/^activity_(paused|resumed|ended|place_changed|terms_changed)$/.test(kind))
    return anActivityAwaitedBy(city, personId)
  return /^(registration_|date_|hours_)/.test(kind) ? aDateAwaitedBy(city, personId) : null
}

/** A date in two days for which somebody has been registered for long, or its activity. */
async function aDateAwaitedBy(city: City, personId: string) {
  const { id: activityId } = await anActivity(city)
  const { id, positionId } = await aDate(city, activityId, new Date(Date.now() + 48 * 3_600_000))
  const since = new Date('2026-01-02T10:00:00Z')
  const row = { activityId, occurrenceId: id, positionId, personId, requestId: randomUUID() }
  const registered = { ...row, state: 'confirmed' as const, at: since, changedAt: since }
  await inTenant(city, (db) => db.insert(registrations).values(registered))
  return { id, activityId }
}
const anActivityAwaitedBy = async (city: City, personId: string) => ({
  id: (await aDateAwaitedBy(city, personId)).activityId,
})
