import 'server-only'
import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { grants, people, supportBans } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { annulIfBelow } from '../../ideas/certification/commands'
import { record } from '../../journal/commands'
import { wordsIn } from '../../mail/wording'
import { done, type Outcome, refused } from '../../outcome'
import type { Acting } from '../rules'
import { type BanOutcome, type BanRefusal, confirmRefusal, maySuspend, reviewRefusal } from './rules'
import { giveBackVoices, suspendVoices } from './voices/commands'

type Act = { by: Acting & { id: string }; now: Date }
type Result = Promise<Outcome<undefined, BanRefusal>>
type Asked = Act & { personId: string; reason: string }

/** Says whose voices should be set aside, and why. Nothing moves until somebody else has agreed. */
export async function askForBan(tenant: Tenant, { personId, reason, by, now }: Asked): Result {
  if (!maySuspend(by)) return refused('not_allowed')
  return inTenant(tenant, async (db) => {
    const [person] = await db.select().from(people).where(eq(people.id, personId)).for('update')
    if (!person || person.deletedAt) return refused('not_there')
    if ((await db.$count(grants, eq(grants.personId, personId))) > 0) return refused('acts_for_city')
    const open = and(eq(supportBans.personId, personId), isNull(supportBans.declinedAt), notLifted)
    if ((await db.$count(supportBans, open)) > 0) return refused('already_barred')
    await db.insert(supportBans).values({ personId, reason, askedById: by.id, askedAt: now })
    return done(undefined)
  })
}

const notLifted = or(isNull(supportBans.outcome), ne(supportBans.outcome, 'lifted'))

/** A second person agrees: their voices leave the count, and they are told why and how to disagree. */
export function confirmBan(tenant: Tenant, { banId, by, now }: Act & { banId: string }): Result {
  return withBan(tenant, { banId, by }, async (db, ban) => {
    const refusal = confirmRefusal(ban, by.id)
    if (refusal) return refusal
    const { taken, sealed } = await suspendVoices(db, tenant, ban.personId)
    await db.update(people).set({ supportsBarredAt: now }).where(eq(people.id, ban.personId))
    const confirmed = { confirmedById: by.id, confirmedAt: now, voicesSealed: sealed }
    await db.update(supportBans).set(confirmed).where(eq(supportBans.id, banId))
    const reason = wordsIn('letters', { tenant, locale: tenant.locales[0]! })('barred.annulled')
    for (const ideaId of taken) await annulIfBelow(db, ideaId, { by, now, count: 1, reason })
    await tell(db, 'supports_barred', ban.personId, { by, now, text: ban.reason })
    return null
  })
}

export function declineBan(tenant: Tenant, { banId, by, now }: Act & { banId: string }): Result {
  return withBan(tenant, { banId, by }, async (db, ban) => {
    const refusal = confirmRefusal(ban, by.id)
    if (refusal) return refusal
    await db
      .update(supportBans)
      .set({ declinedAt: now, confirmedById: by.id })
      .where(eq(supportBans.id, banId))
    return null
  })
}

type Review = Act & { banId: string; outcome: BanOutcome; reply: string }

/** A third person reads it again: the voices count once more, or stay out, and either way the person is answered. */
export function reviewBan(tenant: Tenant, { banId, outcome, reply, by, now }: Review): Result {
  return withBan(tenant, { banId, by }, async (db, ban) => {
    const refusal = reviewRefusal(ban, by.id)
    if (refusal) return refusal
    await db
      .update(supportBans)
      .set({ outcome, reply, reviewerId: by.id, decidedAt: now })
      .where(eq(supportBans.id, banId))
    if (outcome === 'lifted') {
      await db.update(people).set({ supportsBarredAt: null }).where(eq(people.id, ban.personId))
      if (ban.voicesSealed)
        await giveBackVoices(db, tenant, { personId: ban.personId, sealed: ban.voicesSealed })
    }
    const kind = outcome === 'lifted' ? 'supports_unbarred' : 'supports_still_barred'
    await tell(db, kind, ban.personId, { by, now, text: reply })
    return null
  })
}

type Row = typeof supportBans.$inferSelect

/** The row is held until what is decided about it is written. */
function withBan(
  tenant: Tenant,
  { banId, by }: { banId: string; by: Acting },
  work: (db: Db, ban: Row) => Promise<BanRefusal | null>,
): Result {
  if (!maySuspend(by)) return Promise.resolve(refused('not_allowed'))
  return inTenant(tenant, async (db) => {
    const [ban] = await db.select().from(supportBans).where(eq(supportBans.id, banId)).for('update')
    if (!ban) return refused('not_there')
    const refusal = await work(db, ban)
    return refusal ? refused(refusal) : done(undefined)
  })
}

type Kind = 'supports_barred' | 'supports_unbarred' | 'supports_still_barred'

function tell(db: Db, kind: Kind, personId: string, { by, now, text }: Act & { text: string }) {
  const about = { aboutId: personId, at: now, byId: by.id, byRole: 'city', visibility: 'internal' } as const
  return record(db, { kind, ...about, detail: { tell: [personId], text } })
}
