import 'server-only'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { grants, journal, people, supportBans, supports } from '../../../../drizzle/schema'
import type { DemoLives } from '../../../../tenants/lives'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { scopeKeysOf, voterKey } from '../../../ideas/supports/scope-keys'
import { sealed } from '../../../people/bans/voices/commands'
import type { Planted } from '../planting/rules'
import { daysBefore } from '../rules'

type Ground = { tenant: Tenant; people: string[]; now: Date }
type Staff = Record<'admin' | 'dpo', string>

/** Somebody was set aside by two people and disagrees: a third has to read it. Of another it was only asked. */
export async function plantBans(
  db: Db,
  { tenant, people: neighbours, now }: Ground,
  { barred, asked }: Pick<DemoLives, 'barred' | 'asked'>,
  { admin, dpo }: Staff,
  planted: Planted[],
): Promise<void> {
  const personId = await whoIsBarred(db)
  if (!personId) return
  const at = (ago: number) => daysBefore(now, ago)
  const open = planted.filter(({ row }) => row.collection === 'open' && row.authorId !== personId).slice(0, 3)
  const ideaIds = open.map(({ row }) => row.id)
  await setAside(db, tenant, { personId, ideaIds, at: at(barred.ago) })
  const { reason, appeal, ago, appealedAgo } = barred
  const confirmed = { confirmedById: dpo, confirmedAt: at(ago), voicesSealed: sealed(tenant, ideaIds) }
  const first = { personId, reason, askedById: admin, askedAt: at(ago + 1), ...confirmed }
  await db.insert(supportBans).values({ ...first, appeal, appealedAt: at(appealedAgo) })
  const other = { personId: neighbours.at(-1)!, reason: asked.reason }
  await db.insert(supportBans).values({ ...other, askedById: dpo, askedAt: at(asked.ago) })
  const about = { aboutId: personId, visibility: 'internal' } as const
  const told = { byId: dpo, byRole: 'city', detail: { tell: [personId], text: reason } } as const
  await db.insert(journal).values({ ...about, ...told, kind: 'supports_barred', at: at(ago) })
  const said = { byId: personId, byRole: 'author', detail: { path: '/administration/comptes' } } as const
  await db.insert(journal).values({ ...about, ...said, kind: 'supports_bar_appealed', at: at(appealedAgo) })
}

type Aside = { personId: string; ideaIds: string[]; at: Date }

/** Voices they had given, as they are since: taken back, and no row says by whom. */
async function setAside(db: Db, tenant: Tenant, { personId, ideaIds, at }: Aside): Promise<void> {
  const scopes = await scopeKeysOf(db, tenant, ideaIds)
  const day = at.toISOString().slice(0, 10)
  await db.insert(supports).values(
    ideaIds.map((ideaId) => ({
      ...{ ideaId, voterKey: Buffer.from(voterKey(scopes.get(ideaId)!, personId), 'hex') },
      ...{ state: 'withdrawn' as const, countedOn: day, changedOn: day },
    })),
  )
  await db.update(people).set({ supportsBarredAt: at }).where(eq(people.id, personId))
}

/** Somebody who only works here, and acts for nobody. */
async function whoIsBarred(db: Db): Promise<string | null> {
  const acts = db.select({ id: grants.personId }).from(grants)
  const [worker] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.residence, 'works'), isNull(people.deletedAt), sql`${people.id} not in ${acts}`))
    .limit(1)
  return worker?.id ?? null
}
