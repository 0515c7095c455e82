import 'server-only'
import type { Tenant } from '../../../../tenants/tenant'
import { type DateState, takesPlace } from '../../dates/rules'
import { listActivities } from '../queries'
import { type Filters, noFilters } from '../rules'

type City = Pick<Tenant, 'id' | 'locales' | 'timeZone'>
type Left = { id: string; themeIds: string[]; districtCode: string | null }
type Card = Awaited<ReturnType<typeof listActivities>>['cards'][number]
type Standing = { coming: { state: DateState }[]; publication: string; kind: string }
const most = 3

/** Others to come to, where a date of this one was called off or none is left; otherwise none. */
export function listIfOff(tenant: City, activity: Left & Standing, now: Date): Promise<Card[]> {
  const isOn = activity.coming.length > 0 && activity.coming.every(({ state }) => takesPlace(state))
  const isWanted = activity.publication === 'published' && activity.kind !== 'standing_need' && !isOn
  return isWanted ? listInstead(tenant, activity, now) : Promise.resolve([])
}

/** Others with seats left about the same things: those of the same district first, then anywhere, the soonest first. */
export async function listInstead(
  tenant: City,
  { id, themeIds, districtCode }: Left,
  now: Date,
): Promise<Card[]> {
  const like: Filters = { ...noFilters, themes: themeIds, extras: ['room'] }
  const near = districtCode ? [{ ...like, districts: [districtCode] }] : []
  const found = new Map<string, Card>()
  for (const filters of [...near, like]) {
    if (found.size >= most) break
    const { cards } = await listActivities(tenant, filters, now, most + 1)
    for (const card of cards) if (card.id !== id && card.date) found.set(card.id, card)
  }
  return [...found.values()].slice(0, most)
}
