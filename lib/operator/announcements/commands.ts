import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { announcements, operatorActs } from '../../../drizzle/schema'
import type { Operator } from '../../db/operator'
import { done, type Outcome, refused } from '../../outcome'
import { unwrittenIn } from '../../tenancy/announcements/rules'
import { findTenant, listCityIds } from '../../tenancy/registry'
import { type Locale, locales } from '../../../tenants/tenant'
import type { NewAnnouncement } from './input'

type Act = { byEmail: string; now: Date }

/** Says something to all cities or some, in each language that is read there. */
export async function announceToCities(
  operator: Operator,
  { byEmail, now, ...said }: NewAnnouncement & Act,
): Promise<Outcome<undefined, 'languages_missing'>> {
  const missing = unwrittenIn(said.texts, await languagesOf(said.cities ?? (await listCityIds())))
  if (missing.length > 0) return refused('languages_missing')
  await operator.inRegistry(async (db) => {
    await db.insert(announcements).values({ ...said, byEmail, createdAt: now })
    const detail = { title: Object.values(said.texts)[0]!.title }
    await db.insert(operatorActs).values({ byEmail, action: 'announced', detail, at: now })
  })
  return done(undefined)
}

/** Read one after the other, and no further than the last language there could be. */
async function languagesOf(ids: readonly string[]): Promise<Locale[]> {
  const found = new Set<Locale>()
  for (const id of ids) {
    if (found.size === locales.length) break
    for (const locale of (await findTenant(id))?.locales ?? []) found.add(locale)
  }
  return [...found]
}

/** It is no longer shown anywhere from now on. */
export function withdrawAnnouncement(
  operator: Operator,
  { announcement, byEmail, now }: Act & { announcement: string },
): Promise<Outcome<undefined, 'announcement_gone'>> {
  return operator.inRegistry(async (db) => {
    const rows = await db
      .update(announcements)
      .set({ withdrawnAt: now })
      .where(and(eq(announcements.id, announcement), isNull(announcements.withdrawnAt)))
      .returning({ texts: announcements.texts })
    if (rows.length === 0) return refused('announcement_gone')
    const detail = { title: Object.values(rows[0]!.texts)[0]?.title ?? '' }
    await db.insert(operatorActs).values({ byEmail, action: 'announcement_withdrawn', detail, at: now })
    return done(undefined)
  })
}
