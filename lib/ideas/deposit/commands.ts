import 'server-only'
import { and, eq, sql } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import type { Locale, Tenant } from '../../../tenants/tenant'
import type { Holder } from './rules'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { keepNeed } from '../../agir/bridge/commands'
import { rulesInForce } from '../../rules/queries'
import { skeleton } from '../../text'
import { districtAt } from '../places/rules'
import type { Place, Subject } from './input'
import { countDrafts, heldBy } from './queries'

type Act = { holder: Holder; now: Date }

/** The first answer makes the draft; every later one is kept on it. */
export function beginDraft(
  tenant: Tenant,
  { holder, now, locale, title, themeId, need }: Act & Omit<Subject, 'ideaId'> & { locale: Locale },
) {
  return inTenant(tenant, async (db): Promise<Outcome<{ id: string }, 'too_many_drafts'>> => {
    await oneAtATime(db, holder)
    const { rules } = await rulesInForce(db)
    if ((await countDrafts(db, holder)) >= rules.draftsPerPerson) return refused('too_many_drafts')
    const [draft] = await db
      .insert(ideas)
      .values({
        authorId: holder.personId,
        draftKey: holder.personId ? null : holder.draftKey,
        locale,
        title,
        titleKey: skeleton(title),
        themeId,
        createdAt: now,
        changedAt: now,
      })
      .returning({ id: ideas.id })
    if (need) await keepNeed(db, { ideaId: draft!.id, activityId: need, at: now })
    return done({ id: draft!.id })
  })
}

/** Two tabs of one person wait for each other, so that neither goes beyond the limit. */
export async function oneAtATime(db: Db, { personId, draftKey }: Holder): Promise<void> {
  await db.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`drafts:${personId ?? draftKey}`}, 0))`,
  )
}

export function saveSubject(tenant: Tenant, act: Act & { ideaId: string } & Subject) {
  const { title, themeId } = act
  return inTenant(tenant, (db) =>
    change(db, act, {
      title,
      titleKey: skeleton(title),
      themeId,
      similarSeen: sql`case when ${ideas.title} = ${title} then ${ideas.similarSeen} end`,
    }),
  )
}

/** A place is one of four things; what belongs to the others is emptied. */
export function savePlace(tenant: Tenant, act: Act & { place: Place }) {
  const { place } = act
  const point = place.placeKind === 'point' ? place : null
  const within = point && districtAt(tenant.territory, point)
  const named = place.placeKind === 'district' ? place : null
  return inTenant(tenant, (db) =>
    change(
      db,
      { ...act, ideaId: place.ideaId },
      {
        placeKind: place.placeKind,
        districtCode: within?.code ?? named?.districtCode ?? null,
        secondDistrictCode: named?.secondDistrictCode || null,
        address: place.placeKind === 'address' ? place.address : null,
        latitude: point?.latitude ?? null,
        longitude: point?.longitude ?? null,
        similarSeen: null,
      },
    ),
  )
}

export function saveSimilarSeen(tenant: Tenant, act: Act & { ideaId: string; seen: string[] }) {
  return inTenant(tenant, (db) => change(db, act, { similarSeen: act.seen }))
}

export function saveText(tenant: Tenant, act: Act & { ideaId: string; body: string }) {
  return inTenant(tenant, (db) => change(db, act, { body: act.body }))
}

type Change = Parameters<ReturnType<Db['update']>['set']>[0]

/** Kept on the draft, which becomes its author's once they are signed in. */
async function change(
  db: Db,
  { holder, ideaId, now }: Act & { ideaId?: string },
  answers: Change,
): Promise<Outcome<{ id: string }, 'not_there'>> {
  if (!ideaId) return refused('not_there')
  const [kept] = await db
    .update(ideas)
    .set({ ...answers, ...ownedBy(holder), changedAt: now })
    .where(and(eq(ideas.id, ideaId), heldBy(holder)))
    .returning({ id: ideas.id })
  return kept ? done(kept) : refused('not_there')
}

/** Every draft begun in this browser becomes the person's when they come back signed in. */
export function claimDrafts(tenant: { id: string }, holder: Holder) {
  return inTenant(tenant, async (db) => {
    if (holder.personId && holder.draftKey) await db.update(ideas).set(ownedBy(holder)).where(heldBy(holder))
  })
}

export function ownedBy({ personId }: Holder) {
  return personId ? { authorId: personId, draftKey: null } : {}
}
