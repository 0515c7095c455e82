import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { letters, people, personKeys, sessions, signInLinks } from '../../../drizzle/schema'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { adoptOwn } from '../../agir/registrations/adopting/commands'
import { secondsToWait } from '../../auth/rate-limits'
import { keyedHash } from '../../auth/sealing'
import { type Db, inTenant } from '../../db'
import { enqueue } from '../../jobs/commands'
import { mailbox } from '../../mail/address'
import { done, type Outcome, refused } from '../../outcome'
import type { Asked } from '../../tenancy/legal/rules'
import { keep } from '../acceptances/commands'
import { acceptInvitation } from '../invitations/commands'
import { grantsInForce } from '../roles/queries'
import { linkToken, hashOf, mailboxKey, nameBehind, opens } from './queries'
import { limits, linkMinutes, type Profile, sessionEnd } from './rules'

export type NewSession = { sessionId: string; personId: string; expiresAt: Date }

/**
 * Sends a link to an address. Nobody is looked up: the answer, and the work, are the same whether the address is known
 * here or not. The link itself is never stored, only its hash; it is made again when the letter leaves.
 */
export async function askForLink(
  tenant: Tenant,
  {
    email,
    next,
    locale,
    from,
    now,
  }: { email: string; next: string; locale: Locale; from: string; now: Date },
): Promise<Outcome<undefined, 'too_many_asks' | 'too_many_letters'>> {
  if (await secondsToWait(tenant, 'link-from', from, limits.asksFromOneAddress))
    return refused('too_many_asks')
  if (await secondsToWait(tenant, 'link-to', mailbox(email), limits.lettersToOneAddress))
    return refused('too_many_letters')
  const id = randomUUID()
  const expiresAt = new Date(now.getTime() + linkMinutes * 60_000)
  return inTenant(tenant, async (db) => {
    await db
      .insert(signInLinks)
      .values({ id, tokenHash: hashOf(linkToken(tenant, id)), email, next, askedAt: now, expiresAt })
    const letter = {
      key: `link:${id}`,
      kind: 'sign_in_link',
      address: email,
      locale,
      detail: { linkId: id },
      queuedAt: now,
    }
    const [queued] = await db.insert(letters).values(letter).returning({ id: letters.id })
    await enqueue(db, 'letters.send', { letterId: queued!.id }, queued!.id)
    return done(undefined)
  })
}

type Opening = {
  token: string
  name: string | null
  locale: Locale
  replaces: string | null
  /** The texts somebody new has just agreed to. */
  accepts?: readonly Asked[]
  now: Date
}

/**
 * Opens a link, once: its row is held while it is decided. Someone new says what to call them first, and the link still
 * serves after that. What they came to as a guest of the same mailbox is theirs.
 */
export async function openLink(tenant: Tenant, opening: Opening): Promise<Opened> {
  const opened = await openOnce(tenant, opening)
  if (opened.ok) await adoptOwn(tenant, { personId: opened.value.personId, now: opening.now })
  return opened
}

type Opened = Outcome<NewSession & { next: string }, 'link_not_valid' | 'name_needed'>

function openOnce(
  tenant: Tenant,
  { token, name, locale, replaces, accepts = [], now }: Opening,
): Promise<Opened> {
  return inTenant(tenant, async (db) => {
    const [link] = await db.select().from(signInLinks).where(opens(token)).for('update')
    if (!link) return refused('link_not_valid')
    const key = mailboxKey(tenant, link.email)
    if (!name && !(await nameBehind(db, key))) return refused('name_needed')
    await db.update(signInLinks).set({ usedAt: now }).where(eq(signInLinks.id, link.id))
    const person = await personBehind(db, { key, kind: 'email', locale, now })
    const change = { email: link.email, name: sql<string>`coalesce(${people.name}, ${name})` }
    await db.update(people).set(change).where(eq(people.id, person.id))
    await keep(db, accepts, { personId: person.id, locale, now })
    await acceptInvitation(db, tenant, { linkId: link.id, personId: person.id, now })
    return done({ ...(await startSession(db, person, replaces, now)), next: link.next })
  })
}

/** Lets in someone whom the city's sign-in provider vouches for: its name for itself and for them, never their e-mail. */
export function signInWithProvider(
  tenant: Tenant,
  asking: {
    issuer: string
    subject: string
    profile: Profile
    locale: Locale
    replaces: string | null
    accepts?: readonly Asked[]
    now: Date
  },
): Promise<NewSession> {
  const { profile, locale, replaces, accepts = [], now } = asking
  return inTenant(tenant, async (db) => {
    const key = providerKey(tenant, asking)
    const person = await personBehind(db, { key, kind: 'oidc', issuer: asking.issuer, locale, now })
    await vouchFor(db, person.id, profile)
    await keep(db, accepts, { personId: person.id, locale, now })
    return startSession(db, person, replaces, now)
  })
}

export function providerKey(
  tenant: { id: string },
  { issuer, subject }: { issuer: string; subject: string },
): string {
  return keyedHash('person-key', tenant.id, `oidc|${issuer}|${subject}`)
}

/** The name is theirs to change, so it is only taken when there is none; the rest is the provider's to say, each time. */
export async function vouchFor(db: Db, personId: string, { name, ...said }: Profile): Promise<void> {
  const change = { ...said, name: sql<string>`coalesce(${people.name}, ${name})` }
  await db.update(people).set(change).where(eq(people.id, personId))
}

type Behind = { key: string; kind: 'oidc' | 'email'; issuer?: string | null; locale: Locale; now: Date }

/** The person a key opens to, made now if nobody has it. Someone who deleted their account comes back as the same person, with nothing kept. */
export async function personBehind(
  db: Db,
  { key, kind, issuer = null, locale, now }: Behind,
): Promise<{ id: string }> {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`)
  const [known] = await db
    .select({ id: people.id, deletedAt: people.deletedAt })
    .from(personKeys)
    .innerJoin(people, eq(people.id, personKeys.personId))
    .where(eq(personKeys.key, key))
  if (!known) {
    const [added] = await db.insert(people).values({ locale, joinedAt: now }).returning({ id: people.id })
    await db.insert(personKeys).values({ key, kind, issuer, personId: added!.id })
    return added!
  }
  if (issuer) await db.update(personKeys).set({ issuer }).where(eq(personKeys.key, key))
  if (known.deletedAt) {
    const again = { deletedAt: null, locale, wantsMail: true, joinedAt: now }
    await db.update(people).set(again).where(eq(people.id, known.id))
  }
  return known
}

/** For who has just proved to be this person. */
export function openSession(
  tenant: { id: string },
  { personId, now }: { personId: string; now: Date },
): Promise<NewSession> {
  return inTenant(tenant, (db) => startSession(db, { id: personId }, null, now))
}

/** A new session each time one signs in; the one this browser had, whoever's it was, ends. */
async function startSession(db: Db, person: { id: string }, replaces: string | null, now: Date) {
  const expiresAt = sessionEnd({ grants: await grantsInForce(db, person.id) }, now)
  if (replaces) await db.update(sessions).set({ revokedAt: now }).where(eq(sessions.id, replaces))
  const begun = { personId: person.id, startedAt: now, expiresAt }
  await db.update(people).set({ seenAt: now }).where(eq(people.id, person.id))
  const [session] = await db.insert(sessions).values(begun).returning({ id: sessions.id })
  return { sessionId: session!.id, personId: person.id, expiresAt }
}

export function endSession(tenant: Tenant, sessionId: string, now: Date): Promise<void> {
  return inTenant(tenant, async (db) => {
    await db
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
  })
}
