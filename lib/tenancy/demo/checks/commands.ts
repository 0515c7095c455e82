import 'server-only'
import { randomBytes } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { grants, ideas, invalidations, journal, removals, supports } from '../../../../drizzle/schema'
import { type DemoLives, lives } from '../../../../tenants/lives'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { applyChange } from '../../../ideas/changes/commands'
import { plantBans } from '../bans/commands'
import { plantRegisters } from '../registers/commands'
import type { Planted } from '../planting/rules'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; people: string[]; now: Date }
type Staff = Record<'admin' | 'dpo', string>
type Idea = typeof ideas.$inferSelect

/** Voices that were doubted: a wave held, another taken out, a collection that stands still, somebody set aside. */
export async function plantChecks(db: Db, ground: Ground, planted: Planted[]): Promise<void> {
  const told = lives[ground.tenant.id]
  const staff = await whoChecks(db)
  if (!told || !staff) return
  const read = async (title: string) => {
    const id = planted.find(({ row }) => row.title === title)!.row.id
    return (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!
  }
  await plantBurst(db, ground, { ...told.burst, idea: await read(told.burst.idea) }, staff)
  await plantTakenOut(db, ground, { ...told.takenOut, idea: await read(told.takenOut.idea) }, staff)
  const { idea, ago, text } = told.suspended
  const made = {
    byId: staff.admin,
    byRole: 'admin',
    now: daysBefore(ground.now, ago),
    detail: { text },
  } as const
  await applyChange(db, await read(idea), 'suspend', made)
  await plantBans(db, ground, told, staff, planted)
  await plantRegisters(db, { told, officerId: staff.dpo, now: ground.now })
  const { legal, reason } = told.removal
  const asked = {
    askedById: staff.dpo,
    askedAs: 'dpo',
    askedAt: daysBefore(ground.now, told.removal.ago),
  } as const
  const about = { ideaId: (await read(told.removal.idea)).id, ground: 'personal_data' } as const
  await db.insert(removals).values({ ...about, ...asked, legal, reason })
}

async function whoChecks(db: Db): Promise<Staff | null> {
  const held = await db
    .select()
    .from(grants)
    .where(inArray(grants.role, ['admin', 'dpo']))
  const [admin, dpo] = (['admin', 'dpo'] as const).map(
    (role) => held.find((one) => one.role === role)?.personId,
  )
  return admin && dpo ? { admin, dpo } : null
}

type Wave = Omit<DemoLives['burst'], 'idea'> & { idea: Idea }

/** Held since one night, with a decision that waits for a second person. */
async function plantBurst(db: Db, { now }: Ground, wave: Wave, { admin }: Staff): Promise<void> {
  const { idea, voices, ago, reason } = wave
  const day = await writeVoices(db, wave, 'held', now)
  await db.update(ideas).set({ heldCount: voices }).where(eq(ideas.id, idea.id))
  const by = { byRole: 'system', visibility: 'public' } as const
  const seen = { kind: 'supports_watched', aboutId: idea.id, at: daysBefore(now, ago) }
  await db.insert(journal).values({ ...seen, ...by, detail: { count: voices, fresh: voices } })
  await db.insert(invalidations).values({
    ...{ ideaId: idea.id, fromDay: day, toDay: day, onlyFresh: true, onlyHeld: true, reason },
    ...{ foundCount: voices, proposedById: admin, proposedAt: daysBefore(now, ago / 2) },
  })
}

/** Two people have decided; the public reads how many, and why. */
async function plantTakenOut(db: Db, { now }: Ground, wave: Wave, staff: Staff): Promise<void> {
  const { idea, voices, ago, reason } = wave
  const day = await writeVoices(db, wave, 'invalidated', now)
  const [proposedAt, confirmedAt] = [daysBefore(now, ago - 1), daysBefore(now, ago - 2)]
  const [decision] = await db
    .insert(invalidations)
    .values({
      ...{ ideaId: idea.id, fromDay: day, toDay: day, onlyFresh: true, onlyHeld: false, reason },
      ...{ foundCount: voices, proposedById: staff.dpo, proposedAt },
      ...{ confirmedById: staff.admin, confirmedAt, takenCount: voices },
    })
    .returning({ id: invalidations.id })
  const theirs = and(eq(supports.ideaId, idea.id), eq(supports.state, 'invalidated'))
  await db.update(supports).set({ setAsideBy: decision!.id }).where(theirs)
  const by = { byId: staff.admin, byRole: 'admin', visibility: 'public' } as const
  const told = { kind: 'supports_invalidated', aboutId: idea.id, at: confirmedAt }
  await db.insert(journal).values({ ...told, ...by, detail: { count: voices, text: reason } })
}

/** Of accounts that were opened for it and are gone: nothing is left of them but that they spoke. */
async function writeVoices(
  db: Db,
  { idea, voices, ago }: Wave,
  state: 'held' | 'invalidated',
  now: Date,
): Promise<string> {
  const day = daysBefore(now, ago).toISOString().slice(0, 10)
  await db.insert(supports).values(
    Array.from({ length: voices }, () => ({
      ...{ ideaId: idea.id, voterKey: randomBytes(32), state, isFresh: true },
      ...{ countedOn: day, changedOn: day },
    })),
  )
  return day
}
