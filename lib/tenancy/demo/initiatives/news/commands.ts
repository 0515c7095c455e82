import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { activities, ideas, journal, news, newsImages } from '../../../../../drizzle/schema'
import type { DemoInitiative } from '../../../../../tenants/initiatives'
import type { Tenant } from '../../../../../tenants/tenant'
import type { Db } from '../../../../db'
import { daysBefore } from '../../rules'
import { drawScene } from '../../scenes/commands'

type Ground = { tenant: Tenant; initiativeId: string; byId: string; now: Date }

/** What was told of an initiative and of its activities; of those that help an idea, on the line of that idea too. */
export async function plantNews(db: Db, one: DemoInitiative, ground: Ground): Promise<void> {
  for (const { activity, idea } of one.helping) {
    const [helped] = await db.select({ id: ideas.id }).from(ideas).where(eq(ideas.title, idea))
    if (helped) await db.update(activities).set({ ideaId: helped.id }).where(eq(activities.title, activity))
  }
  for (const told of one.news) await plantOne(db, told, ground)
}

async function plantOne(
  db: Db,
  told: DemoInitiative['news'][number],
  { tenant, initiativeId, byId, now }: Ground,
): Promise<void> {
  const at = daysBefore(now, told.ago)
  const [activity] = told.activity
    ? await db.select().from(activities).where(eq(activities.title, told.activity))
    : []
  const id = randomUUID()
  const about = activity ? { activityId: activity.id } : { initiativeId }
  const said = { title: told.title, body: told.body, locale: tenant.locales[0]!, byId }
  const shown = { state: 'published' as const, publishedAt: at, createdAt: at, changedAt: at }
  await db.insert(news).values({ id, ...about, ...said, ...shown })
  if (told.image) {
    const kept = await drawScene(tenant, told.image.scene, told.title)
    await db.insert(newsImages).values({ newsId: id, position: 1, alt: told.image.alt, ...kept })
  }
  if (!activity?.ideaId) return
  const detail = { newsId: id, path: `/activites/${activity.slug}#recits`, on: 'agir' }
  const event = { kind: 'mission_reported', aboutId: activity.ideaId, byRole: 'author' } as const
  await db.insert(journal).values({ ...event, visibility: 'public', at, detail })
}
