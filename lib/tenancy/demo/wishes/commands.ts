import 'server-only'
import { asc, eq, inArray } from 'drizzle-orm'
import { activities, favourites, people, savedSearches } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { writeFilters } from '../../../agir/finding/input'
import { type Filters, noFilters } from '../../../agir/finding/rules'
import { localized } from '../../../i18n/localized'
import { messagesOf } from '../../../i18n/city-messages'
import type { Db } from '../../../db'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; actorIds: string[]; now: Date }

/** What the demo's people keep and search for; every second one asks to be suggested things to do. */
export async function plantWishes(db: Db, { tenant, actorIds, now }: Ground): Promise<void> {
  if (actorIds.length === 0) return
  const announced = await db
    .select({ id: activities.id, organiserId: activities.organiserId })
    .from(activities)
    .where(eq(activities.publication, 'published'))
    .orderBy(asc(activities.title))
  const since = daysBefore(now, 3)
  const kept = actorIds.flatMap((personId, place) =>
    announced
      .filter(({ organiserId }, turn) => organiserId !== personId && turn % 7 === place % 7)
      .map(({ id: activityId }) => ({ personId, activityId, since })),
  )
  if (kept.length > 0) await db.insert(favourites).values(kept)
  const searches = actorIds.map((personId, place) => ({ personId, ...searchOf(tenant, place) }))
  const written = { frequency: 'weekly' as const, since, toldUntil: now, dueAt: daysBefore(now, -4) }
  await db.insert(savedSearches).values(searches.map((one) => ({ ...one, ...written })))
  const asking = actorIds.filter((_, place) => place % 2 === 0)
  await db.update(people).set({ suggestedSince: since }).where(inArray(people.id, asking))
}

function searchOf(tenant: Tenant, place: number): { name: string; query: string } {
  const [locale] = tenant.locales
  const { themes } = tenant
  const theme = themes[place % themes.length]!
  const filters: Filters = { ...noFilters, preset: 'weekend', themes: [theme.id] }
  const { weekend } = messagesOf(tenant, locale!).agirFind.moments
  return { name: `${localized(theme.name, locale!, tenant)} · ${weekend}`, query: writeFilters(filters) }
}
