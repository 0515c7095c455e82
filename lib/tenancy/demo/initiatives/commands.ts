import 'server-only'
import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { activities, initiativePeople, initiatives, organisations } from '../../../../drizzle/schema'
import { type DemoInitiative, initiativesOf } from '../../../../tenants/initiatives'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { slugOf } from '../../../ideas/moderation/rules'
import { daysBefore, pointIn } from '../rules'
import { drawScene } from '../scenes/commands'
import { plantNews } from './news/commands'

type Ground = { tenant: Tenant; people: string[]; actorIds: string[]; now: Date }

/** What lasts in a demo city, who keeps it and who takes part, and the activities that belong to it. */
export async function plantInitiatives(db: Db, { tenant, people, actorIds, now }: Ground): Promise<void> {
  const named = await db.select({ id: organisations.id, name: organisations.name }).from(organisations)
  const organisationOf = new Map(named.map(({ id, name }) => [name, id]))
  for (const [place, one] of (initiativesOf[tenant.id] ?? []).entries()) {
    const keeperId = actorIds[one.actor ?? -1] ?? people[place % people.length]!
    const organisationId = organisationOf.get(one.by ?? '') ?? null
    const row = rowOf(one, { tenant, keeperId, organisationId, now })
    const kept = one.image ? await drawScene(tenant, one.image.scene, one.title) : null
    await db.insert(initiatives).values({ ...row, image: kept?.file, imageAlt: one.image?.alt })
    if (one.activities.length > 0)
      await db
        .update(activities)
        .set({ initiativeId: row.id })
        .where(inArray(activities.title, one.activities))
    const others = people.filter((id) => id !== keeperId)
    const joined = others.slice(place % 4, (place % 4) + one.taking).map((personId, turn) => ({
      initiativeId: row.id,
      personId,
      role: 'participant' as const,
      at: daysBefore(now, one.ago * (0.9 - turn / 20)),
    }))
    const keeper = { initiativeId: row.id, personId: keeperId, role: 'keeper' as const, at: row.createdAt }
    const all = organisationId ? joined : [keeper, ...joined]
    if (all.length > 0) await db.insert(initiativePeople).values(all)
    await plantNews(db, one, { tenant, initiativeId: row.id, byId: keeperId, now })
  }
}

type Of = { tenant: Tenant; keeperId: string; organisationId: string | null; now: Date }

function rowOf(one: DemoInitiative, { tenant, keeperId, organisationId, now }: Of) {
  const at = daysBefore(now, one.ago)
  const isRead = one.state !== 'submitted'
  const district = tenant.territory.districts.find(({ code }) => code === one.district)
  const id = randomUUID()
  return {
    id,
    slug: isRead ? slugOf(one.title) || id : null,
    organisationId,
    createdById: keeperId,
    ...{ title: one.title, summary: one.summary, story: one.story },
    locale: tenant.locales[0]!,
    themeIds: one.themes,
    ...{ placeLabel: one.place ?? null, address: one.address ?? null, districtCode: one.district ?? null },
    ...(district && one.place && pointIn(district.outline, one.title)),
    state: one.state,
    ...{ createdAt: at, changedAt: at, submittedAt: at, activeAt: isRead ? at : null },
    moderationDueAt: isRead ? null : daysBefore(now, one.ago - 5),
  }
}
