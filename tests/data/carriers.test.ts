import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { carrierInvitations, carriers, ideas, journal, letters, ruleSets } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { withdrawIdea } from '@/lib/ideas/authoring/commands'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { adoptIdea, endSearches, forgetInvitations, keepIdea } from '@/lib/ideas/carriers/adoption/commands'
import { inviteCarrier, joinIdea, stepDown } from '@/lib/ideas/carriers/commands'
import { findInvitation, invitationToken } from '@/lib/ideas/carriers/queries'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { findPublicIdea } from '@/lib/ideas/queries'
import { compose } from '@/lib/mail/compose'
import { listTaken } from '@/lib/mail/outbox/queries'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { paris as city } from '@/tenants/paris'
import { aPerson, anIdea, aSession, belleville, paris } from '../support/factories'

const now = new Date()
const read = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)
const told = (aboutId: string, kind: string) =>
  inTenant(paris, (db) => db.$count(journal, and(eq(journal.aboutId, aboutId), eq(journal.kind, kind))))
const itsTime = (id: string) =>
  inTenant(paris, (db) =>
    db
      .update(ideas)
      .set({ adoptionUntil: new Date(now.getTime() - 1000) })
      .where(eq(ideas.id, id)),
  )

async function aSupporter(ideaId: string, assurance: 'A2' | 'A3' = 'A3') {
  const id = await aPerson(paris, { assurance, name: 'Karim Haddad' })
  expect(await giveSupport({ tenant: paris, ideaId, ...(await aSession(paris, id)) })).toMatchObject({
    counted: true,
  })
  return { id, assurance, birthYear: 1984 }
}

async function supported(detail: Partial<typeof ideas.$inferInsert> = {}) {
  const amina = await aPerson(paris, { name: 'Amina Diallo' })
  const idea = await anIdea(paris, { authorId: amina, supportCount: 12, ...detail })
  return { ...idea, amina }
}

test('7.2.27: a supported idea whose author leaves is taken over by another, and its page tells both', async () => {
  const { id, slug, amina } = await supported()
  const karim = await aSupporter(id)
  expect(await withdrawIdea(paris, { ideaId: id, personId: amina, now })).toMatchObject({ ok: true })
  expect(await read(id)).toMatchObject({ publication: 'published', adoptionUntil: expect.any(Date) })
  expect(await withdrawIdea(paris, { ideaId: id, personId: amina, now })).toEqual({
    ok: false,
    refusal: 'already_leaving',
  })
  const soon = new Date(now.getTime() + 60_000)
  expect(await adoptIdea(paris, { ideaId: id, person: karim, now: soon })).toMatchObject({ ok: true })
  await endSearches(paris)
  expect(await read(id)).toMatchObject({ publication: 'published', authorId: karim.id, adoptionUntil: null })
  const page = await findPublicIdea(paris, slug)
  expect(page).toMatchObject({ author: 'Karim Haddad', supportCount: 13 })
  const story = page!.entries.map(({ kind, name }) => [kind, name])
  expect(story).toEqual([
    ['seeking_carrier', 'Amina Diallo'],
    ['adopted', 'Karim Haddad'],
  ])
  expect(await findOwnIdea(paris, id, amina)).toBeNull()
})

test('whoever neither supports nor carries it, or is hardly known, does not take it over', async () => {
  const { id, amina } = await supported()
  const known = { assurance: 'A4', birthYear: 1990 } as const
  const adopt = (person: Parameters<typeof adoptIdea>[1]['person']) =>
    adoptIdea(paris, { ideaId: id, person, now })
  const supporter = await aSupporter(id, 'A2')
  expect(await adopt(supporter)).toEqual({ ok: false, refusal: 'not_seeking' })
  await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  expect(await adopt({ id: await aPerson(paris), ...known })).toEqual({ ok: false, refusal: 'not_supporter' })
  expect(await adopt(supporter)).toEqual({ ok: false, refusal: 'known_too_little' })
  expect(await adopt({ ...supporter, assurance: 'A3', birthYear: 2020 })).toEqual({
    ok: false,
    refusal: 'too_young',
  })
  expect(await adopt({ id: amina, ...known })).toEqual({ ok: false, refusal: 'already_carrier' })
})

test('when nobody comes it is withdrawn, once, by the job; an author who thinks again keeps it', async () => {
  const [left, kept] = [await supported(), await supported()]
  for (const { id, amina } of [left, kept]) await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  expect(await keepIdea(paris, { ideaId: kept.id, personId: kept.amina, now })).toMatchObject({ ok: true })
  await endSearches(paris)
  expect((await read(left.id)).publication).toBe('published')
  await itsTime(left.id)
  await endSearches(paris)
  await endSearches(paris)
  expect(await read(left.id)).toMatchObject({ publication: 'withdrawn', collection: 'closed' })
  expect(await told(left.id, 'withdrawn')).toBe(1)
  expect(await read(kept.id)).toMatchObject({ publication: 'published', authorId: kept.amina })
})

test('with fewer than ten supports it goes at once; with a right it does not go at all', async () => {
  const few = await supported({ supportCount: 9 })
  await withdrawIdea(paris, { ideaId: few.id, personId: few.amina, now })
  expect((await read(few.id)).publication).toBe('withdrawn')
  const acquired = await supported({ collection: 'certified', reachedAt: now, certifiedAt: now })
  expect(await withdrawIdea(paris, { ideaId: acquired.id, personId: acquired.amina, now })).toEqual({
    ok: false,
    refusal: 'right_acquired',
  })
})

test('edge 19: an author who deletes their account at 900 supports leaves the text, its count and a place to take', async () => {
  const { id, slug, amina } = await supported({ supportCount: 900 })
  const karim = await aSupporter(id)
  await deleteAccount(city, { personId: amina, now })
  expect(await findPublicIdea(paris, slug)).toMatchObject({
    author: null,
    supportCount: 901,
    adoptionUntil: expect.any(Date),
  })
  await itsTime(id)
  await endSearches(paris)
  expect(await read(id)).toMatchObject({ publication: 'published', adoptionUntil: null, authorId: null })
  expect(await adoptIdea(paris, { ideaId: id, person: karim, now })).toEqual({
    ok: false,
    refusal: 'not_seeking',
  })
})

test('someone invited by letter carries the idea too, and takes it over without having supported it', async () => {
  const { id, slug, amina } = await supported()
  const asked = { ideaId: id, personId: amina, email: 'karim@exemple.fr', locale: 'fr', now }
  expect(await inviteCarrier(paris, asked)).toMatchObject({ ok: true })
  const [invitation] = await inTenant(paris, (db) =>
    db.select().from(carrierInvitations).where(eq(carrierInvitations.ideaId, id)),
  )
  const [letter] = await inTenant(paris, (db) =>
    db
      .select()
      .from(letters)
      .where(eq(letters.key, `carrier_invitation:${invitation!.id}`)),
  )
  expect(letter).toMatchObject({ kind: 'carrier_invitation', address: 'karim@exemple.fr' })

  const token = invitationToken(paris, invitation!.id)
  const written = compose(city, (await listTaken(city, [letter!.id]))[0]!)
  expect(written).toMatchObject({
    to: { address: 'karim@exemple.fr' },
    subject: 'Porter un texte à plusieurs',
  })
  expect(written!.text).toContain(`/porter?jeton=${token}`)
  expect(await findInvitation(paris, token)).toMatchObject({ slug })
  expect(await findInvitation(belleville, token)).toBeNull()
  const karim = await aPerson(paris, { name: 'Karim Haddad' })
  expect(await joinIdea(paris, { token, personId: karim, now })).toEqual({ ok: true, value: { ideaId: id } })
  expect(await joinIdea(paris, { token, personId: await aPerson(paris), now })).toEqual({
    ok: false,
    refusal: 'not_valid',
  })
  expect((await findPublicIdea(paris, slug))!.carriers).toEqual(['Karim Haddad'])
  expect(await findOwnIdea(paris, id, karim)).toMatchObject({ isAuthor: false })
  expect(await withdrawIdea(paris, { ideaId: id, personId: karim, now })).toEqual({
    ok: false,
    refusal: 'not_there',
  })

  await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  const person = { id: karim, assurance: 'A1', birthYear: null } as const
  expect(await adoptIdea(paris, { ideaId: id, person, now })).toMatchObject({ ok: true })
  expect(await inTenant(paris, (db) => db.$count(carriers, eq(carriers.ideaId, id)))).toBe(0)
})

test('an invitation nobody answered is forgotten with its address, and one that waits is not', async () => {
  const { id, amina } = await supported()
  for (const email of ['vieille@exemple.fr', 'recente@exemple.fr'])
    await inviteCarrier(paris, { ideaId: id, personId: amina, email, locale: 'fr', now })
  const ofIdea = eq(carrierInvitations.ideaId, id)
  await inTenant(paris, (db) =>
    db
      .update(carrierInvitations)
      .set({ expiresAt: new Date(now.getTime() - 1000) })
      .where(and(ofIdea, eq(carrierInvitations.email, 'vieille@exemple.fr'))),
  )
  await forgetInvitations(paris)
  const left = await inTenant(paris, (db) => db.select().from(carrierInvitations).where(ofIdea))
  expect(left.map(({ email }) => email)).toEqual(['recente@exemple.fr'])
})

test('only those who carry an idea invite to it, five people at most, and whoever joined may step down', async () => {
  const { id, amina } = await supported()
  const invite = (personId: string, email: string) =>
    inviteCarrier(paris, { ideaId: id, personId, email, locale: 'fr', now })
  expect(await invite(await aPerson(paris), 'a@exemple.fr')).toEqual({ ok: false, refusal: 'not_there' })
  const others = await Promise.all(Array.from({ length: 5 }, () => aPerson(paris)))
  await inTenant(paris, (db) =>
    db.insert(carriers).values(others.map((personId) => ({ ideaId: id, personId, since: now }))),
  )
  expect(await invite(amina, 'b@exemple.fr')).toEqual({ ok: false, refusal: 'too_many_carriers' })
  const step = { ideaId: id, personId: others[0]!, now }
  expect(await stepDown(paris, step)).toMatchObject({ ok: true })
  expect(await stepDown(paris, step)).toEqual({ ok: false, refusal: 'not_carrier' })
})

test('the days of a search are those of the rules the idea was published under', async () => {
  const { id, amina } = await supported()
  await withdrawIdea(paris, { ideaId: id, personId: amina, now })
  const [set] = await inTenant(paris, (db) => db.select().from(ruleSets).where(eq(ruleSets.version, 1)))
  expect(set!.rules).toMatchObject({ adoptionDays: 14 })
  const days = ((await read(id)).adoptionUntil!.getTime() - now.getTime()) / 86_400_000
  expect(days).toBeGreaterThan(13.9)
  expect(days).toBeLessThan(15.1)
})
