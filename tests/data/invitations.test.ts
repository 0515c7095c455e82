import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { carrierInvitations, carriers, letters } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { withdrawIdea } from '@/lib/ideas/authoring/commands'
import { findOwnIdea } from '@/lib/ideas/authoring/queries'
import { adoptIdea, forgetInvitations } from '@/lib/ideas/carriers/adoption/commands'
import { inviteCarrier, joinIdea, stepDown } from '@/lib/ideas/carriers/commands'
import { findInvitation, invitationToken } from '@/lib/ideas/carriers/queries'
import { findPublicIdea } from '@/lib/ideas/queries'
import { compose } from '@/lib/mail/compose'
import { listTaken } from '@/lib/mail/outbox/queries'
import { paris as city } from '@/tenants/paris'
import { aPerson, belleville, paris } from '../support/factories'
import { now, supported } from '../support/carriers'

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
