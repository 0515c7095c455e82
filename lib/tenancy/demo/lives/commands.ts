import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { carriers, ideas, merges, supports } from '../../../../drizzle/schema'
import { type DemoLives, lives } from '../../../../tenants/lives'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { seekCarrier } from '../../../ideas/carriers/adoption/commands'
import { applyChange } from '../../../ideas/changes/commands'
import { oweEarly } from '../../../ideas/examination/duties/commands'
import { completeMerge } from '../../../ideas/merges/completion/commands'
import { silentAfterDays } from '../../../ideas/merges/rules'
import { daysLater } from '../../../ideas/steering/rules'
import { scopeKeysOf, voterKey } from '../../../ideas/supports/scope-keys'
import { plantLineage } from '../lineage/commands'
import type { Planted } from '../planting/rules'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; people: string[]; actorIds: string[]; now: Date }
type Pair = DemoLives['merged']

/** Lets the planted ideas live together: some joined, some look for somebody, one was taken up, one got more time. */
export async function plantLives(db: Db, ground: Ground, planted: Planted[]): Promise<void> {
  const told = lives[ground.tenant.id]
  if (!told) return
  const read = async (title: string) => {
    const id = planted.find(({ row }) => row.title === title)!.row.id
    return (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!
  }
  await plantLineage(db, told, read)
  await joinTwo(db, ground, told.merged, read)
  await proposeTwo(db, ground, told.proposed, read)
  const at = (ago: number) => daysBefore(ground.now, ago)

  const left = await read(told.seeking.idea)
  await seekCarrier(db, left, left.authorId, at(told.seeking.ago))
  const { taken, prolonged } = told
  const asSignatory = { byId: null, byRole: 'signatory', now: at(taken.ago) } as const
  await applyChange(db, await read(taken.idea), 'takeUpEarly', {
    ...asSignatory,
    detail: { text: taken.text },
  })
  await oweEarly(db, (await read(taken.idea)).id, at(taken.ago))
  const longer = await read(prolonged.idea)
  const deadlineAt = daysLater(longer.deadlineAt!, prolonged.days, longer.timeZone!)
  await applyChange(db, longer, 'prolong', {
    byId: null,
    byRole: 'admin',
    now: at(prolonged.ago),
    set: { deadlineAt },
    detail: { text: prolonged.text, deadlineAt: deadlineAt.toISOString() },
  })
}

type Read = (title: string) => Promise<typeof ideas.$inferSelect>

/** One that was merged while its supporters may still answer: one of the demo's people supports both, another only one. */
async function joinTwo(db: Db, ground: Ground, pair: Pair, read: Read): Promise<void> {
  const [source, target] = [await read(pair.source), await read(pair.target)]
  const [both, one] = ground.actorIds
  if (both) await giveVoices(db, ground, [source.id, target.id], both)
  if (one) await giveVoices(db, ground, [source.id], one)
  const mergedAt = daysBefore(ground.now, pair.ago)
  const asked = await proposeTwo(db, ground, { ...pair, ago: pair.ago + 4 }, read, false)
  await db.update(merges).set({ sourceYesAt: mergedAt, targetYesAt: mergedAt }).where(eq(merges.id, asked.id))
  const byId = target.authorId ?? ground.people[0]!
  const outcome = await completeMerge(db, asked, { byId, byRole: 'author', now: mergedAt })
  if (!outcome.ok) throw new Error(`« ${pair.source} » was not merged: ${outcome.refusal}`)
}

/** A proposal that waits for its carriers, the first of whom one can sign in as. */
async function proposeTwo(
  db: Db,
  { people, actorIds, now }: Ground,
  { source, target, reason, ago }: Pair,
  read: Read,
  isActors = true,
) {
  const [from, to] = [await read(source), await read(target)]
  const proposedAt = daysBefore(now, ago)
  const silentFrom = daysLater(proposedAt, silentAfterDays, from.timeZone!)
  const proposedById = people.find((id) => id !== from.authorId && id !== to.authorId)!
  const [asked] = await db
    .insert(merges)
    .values({ sourceId: from.id, targetId: to.id, reason, proposedById, proposedAt, silentFrom })
    .returning({ id: merges.id, sourceId: merges.sourceId, targetId: merges.targetId })
  const besides = isActors ? actorIds[1] : undefined
  if (besides && besides !== from.authorId)
    await db.insert(carriers).values({ ideaId: from.id, personId: besides, since: proposedAt })
  return asked!
}

async function giveVoices(
  db: Db,
  { tenant, now }: Ground,
  ideaIds: string[],
  personId: string,
): Promise<void> {
  const scopes = await scopeKeysOf(db, tenant, ideaIds)
  const day = daysBefore(now, 8).toISOString().slice(0, 10)
  for (const ideaId of ideaIds) {
    const key = Buffer.from(voterKey(scopes.get(ideaId)!, personId), 'hex')
    await db
      .insert(supports)
      .values({ ideaId, voterKey: key, state: 'counted', countedOn: day, changedOn: day })
    await db
      .update(ideas)
      .set({ supportCount: sql`${ideas.supportCount} + 1` })
      .where(eq(ideas.id, ideaId))
  }
}
