import 'server-only'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { initiativePeople, initiatives } from '../../../../drizzle/schema'
import type { Locale } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { dueAfterWorkingDays } from '../../../ideas/deposit/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { rulesInForce } from '../../../rules/queries'
import { changed } from '../../../tenancy/freshness'
import { speaksFor } from '../../organisations/queries'
import { holdInitiative, type Kept } from '../keepers/queries'
import { fateOf, initiativeLimits, type InitiativeRefusal, type InitiativeWords } from '../rules'

type City = { id: string }
type Act = { personId: string; now: Date }
type Words = Partial<InitiativeWords>
type Organiser = 'self' | string
type Result = Promise<Outcome<{ id: string }, InitiativeRefusal>>

type Begun = Act & {
  locale: Locale
  words: Words & Pick<InitiativeWords, 'title' | 'summary' | 'themeIds'>
  organiser: Organiser
}

/** The first answer makes the draft; every later one is kept on it. */
export function beginInitiative(tenant: City, { personId, now, locale, words, organiser }: Begun): Result {
  return inTenant(tenant, async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`initiatives:${personId}`}, 0))`)
    const open = and(
      eq(initiatives.createdById, personId),
      inArray(initiatives.state, ['draft', 'submitted']),
    )
    if ((await db.$count(initiatives, open)) >= initiativeLimits.atOnce) return refused('too_many')
    if (!(await maySpeak(db, personId, organiser))) return refused('not_your_organisation')
    const organisationId = organiser === 'self' ? null : organiser
    const [row] = await db
      .insert(initiatives)
      .values({ ...words, locale, organisationId, createdById: personId, createdAt: now, changedAt: now })
      .returning({ id: initiatives.id })
    const { id } = row!
    if (!organisationId)
      await db.insert(initiativePeople).values({ initiativeId: id, personId, role: 'keeper', at: now })
    return done({ id })
  })
}

async function maySpeak(db: Db, personId: string, organiser: Organiser): Promise<boolean> {
  return organiser === 'self' || (await speaksFor(db, personId)).some(({ id }) => id === organiser)
}

type Saved = Act & { initiativeId: string; words: Words }

/** Who keeps it may be changed as long as nobody has read it. */
export function saveSubject(
  tenant: City,
  { initiativeId, personId, organiser, words, now }: Saved & { organiser: Organiser },
): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    if (!one) return refused('not_there')
    if (!one.slug && one.state === 'draft') {
      if (!(await maySpeak(db, personId, organiser))) return refused('not_your_organisation')
      await entrust(db, one, organiser === 'self' ? null : organiser, { personId, now })
    }
    return keep(db, one, words, now)
  })
}

async function entrust(db: Db, one: Kept, organisationId: string | null, { personId, now }: Act) {
  if (one.organisationId === organisationId) return
  await db.update(initiatives).set({ organisationId }).where(eq(initiatives.id, one.id))
  await db.delete(initiativePeople).where(eq(initiativePeople.initiativeId, one.id))
  if (organisationId === null)
    await db.insert(initiativePeople).values({ initiativeId: one.id, personId, role: 'keeper', at: now })
}

/** What a form says of an initiative: kept, or kept beside what is in view until it has been read. */
export function saveWords(tenant: City, { initiativeId, personId, words, now }: Saved): Result {
  return inTenant(tenant, async (db) => {
    const one = await holdInitiative(db, initiativeId, personId)
    return one ? keep(db, one, words, now) : refused('not_there')
  })
}

/** The caller holds the row. */
export async function keep(db: Db, one: Kept, words: Words, now: Date): Result {
  const fate = fateOf(one)
  if (fate === 'being_read' || fate === 'not_there') return refused(fate)
  const { id } = one
  const held: Words = { ...one, ...one.wish }
  const differs = (Object.keys(words) as (keyof Words)[]).some(
    (key) => JSON.stringify(held[key]) !== JSON.stringify(words[key]),
  )
  if (!differs) return done({ id })
  const set =
    fate === 'kept'
      ? { ...words, wish: null }
      : { wish: { ...one.wish, ...words }, submittedAt: now, moderationDueAt: await dueFrom(db, now) }
  await db
    .update(initiatives)
    .set({ ...set, changedAt: now })
    .where(eq(initiatives.id, id))
  if (one.state === 'active') await changed(db, 'activities')
  return done({ id })
}

/** By when somebody of the city has read what is sent now. */
export async function dueFrom(db: Db, now: Date): Promise<Date> {
  const { rules, timeZone } = await rulesInForce(db)
  return dueAfterWorkingDays(now, rules.moderationWorkingDays, timeZone)
}
