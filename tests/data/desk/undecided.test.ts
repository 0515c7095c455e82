import { randomUUID } from 'node:crypto'
import { eq, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { describe, expect, test } from 'vitest'
import { activities, initiatives, news, organisations, tasks } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { anActivity, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { anInitiative, someNews } from '../../support/initiatives'

type Kind = {
  make: () => Promise<string>
  change: (db: Db, id: string, state: string) => Promise<unknown>
  title: string
  refusals: string[]
  rule: string
}

const inCity = <Result>(work: (db: Db) => Promise<Result>) => inTenant(belleville, work)
const setting = (table: PgTable, column: string, where: (id: string) => SQL) => ({
  change: (db: Db, id: string, state: string) =>
    db
      .update(table)
      .set({ [column]: state })
      .where(where(id)),
})

/** Ideas are held by the events of their life as well: lives-model.test.ts. */
const kinds: Record<string, Kind> = {
  activity: {
    make: async () => (await anActivity(belleville, { publication: 'unpublished' })).id,
    ...setting(activities, 'moderation', (id) => eq(activities.id, id)),
    ...{ title: 'Planter des bulbes', refusals: ['rejected', 'hidden'] },
    rule: 'activities_change_by_decision',
  },
  organisation: {
    make: async () => (await anOrganisation(belleville)).id,
    ...setting(organisations, 'state', (id) => eq(organisations.id, id)),
    ...{ title: 'Les Amis', refusals: ['rejected', 'suspended'] },
    rule: 'organisations_change_by_decision',
  },
  initiative: {
    make: async () => (await anInitiative(belleville)).id,
    ...setting(initiatives, 'state', (id) => eq(initiatives.id, id)),
    ...{ title: 'Le jardin', refusals: ['rejected', 'hidden'] },
    rule: 'initiatives_change_by_decision',
  },
  news: {
    make: async () =>
      someNews(belleville, {
        activityId: (await anActivity(belleville)).id,
        publishedAt: new Date(),
        state: 'published',
      }),
    ...setting(news, 'state', (id) => eq(news.id, id)),
    ...{ title: 'Quarante sacs', refusals: ['rejected', 'hidden'] },
    rule: 'news_changes_by_decision',
  },
}

describe.each(Object.entries(kinds))('of a city’s %s', (kind, { make, change, title, refusals, rule }) => {
  test.each(refusals)('none becomes %s without a decision', async (state) => {
    const id = await make()
    await expect(inCity((db) => change(db, id, state))).rejects.toMatchObject({
      constraint_name: rule,
      code: '23514',
    })
  })

  test('one that is sent waits on the desk under its name, and leaves it when it is not sent any more', async () => {
    const id = await make()
    await inCity((db) => change(db, id, 'submitted'))
    const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.subjectId, id)))
    expect(task).toMatchObject({ subjectKind: kind, kind: 'submission', closedAt: null })
    expect(task!.title).toContain(title)
    await inCity((db) => change(db, id, 'draft'))
    const [left] = await inCity((db) => db.select().from(tasks).where(eq(tasks.subjectId, id)))
    expect(left!.closedAt).not.toBeNull()
  })
})

test('news that waits is read where what it tells of is', async () => {
  const { id: activityId } = await anActivity(belleville, { districtCode: 'haut', themeIds: ['nature'] })
  const id = await someNews(belleville, { id: randomUUID(), activityId })
  await inCity((db) => db.update(news).set({ state: 'submitted' }).where(eq(news.id, id)))
  const [task] = await inCity((db) => db.select().from(tasks).where(eq(tasks.subjectId, id)))
  expect(task).toMatchObject({ districtCode: 'haut', themeId: 'nature' })
})
