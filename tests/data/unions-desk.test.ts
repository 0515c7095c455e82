import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditEvents, personKeys } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { askForUnion, confirmUnion, declineUnion } from '@/lib/people/unions/desk/commands'
import { gatherLate } from '@/lib/people/unions/commands'
import { listUnions } from '@/lib/people/unions/queries'
import { signInWithProvider } from '@/lib/people/sign-in/commands'
import type { GrantedRole } from '@/lib/people/rules'
import { shippedCities } from '@/tenants/shipped'
import { anIdea, aPerson, someoneSignedIn } from '../support/factories'
import { aComment, authorOf } from '../support/unions'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const marsa = shippedCities.find(({ id }) => id === 'marsa')!
const now = () => new Date()
const reason = 'A montré sa carte et les deux lettres à l’accueil de la mairie, le 3 mai.'

async function agent(role: GrantedRole) {
  const id = await aPerson(paris, { role })
  return { id, name: 'Karima', grants: [{ role, scopeKind: 'city', scopeValue: null }] } as const
}

async function asked() {
  const [kept, absorbed] = [await someoneSignedIn(paris), await someoneSignedIn(paris)]
  const moderator = await agent('moderator')
  const pair = { kept: kept.personId, absorbed: absorbed.personId }
  const outcome = await askForUnion(paris, { ...pair, reason, by: moderator, now: now() })
  expect(outcome).toMatchObject({ ok: true })
  const { waiting } = await listUnions(paris, now())
  const { union } = waiting.find((one) => one.union.keptPersonId === kept.personId)!
  return { kept, absorbed, moderator, pair, unionId: union.id }
}

test('a moderator asks with a reason, another person confirms: then the accounts are one, and the journal says why', async () => {
  const { kept, absorbed, pair, moderator, unionId } = await asked()
  const [dpo, idea] = [await agent('dpo'), await anIdea(paris)]
  await giveSupport({ tenant: paris, ideaId: idea.id, ...absorbed })
  expect(await askForUnion(paris, { ...pair, reason, by: moderator, now: now() })).toMatchObject({
    refusal: 'already_asked',
  })
  expect(await confirmUnion(paris, { unionId, by: moderator, now: now() })).toMatchObject({
    refusal: 'not_allowed',
  })
  expect(await confirmUnion(marsa, { unionId, by: dpo, now: now() })).toMatchObject({ refusal: 'not_there' })
  expect(await confirmUnion(paris, { unionId, by: dpo, now: now() })).toMatchObject({
    ok: true,
    value: { moved: 1 },
  })
  expect(await confirmUnion(paris, { unionId, by: dpo, now: now() })).toMatchObject({ refusal: 'not_there' })
  const events = await inTenant(paris, (db) =>
    db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, `union:${unionId}`)),
  )
  expect(events.map(({ action }) => action)).toEqual(['accounts_union_asked', 'accounts_united'])
  expect(events[1]).toMatchObject({ reason })
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...kept })).toMatchObject({ count: 1 })
})

test('nobody confirms what they asked for, and what is declined changes nothing', async () => {
  const [dpo, other] = [await agent('dpo'), await agent('dpo')]
  const [kept, absorbed] = [await aPerson(paris), await aPerson(paris)]
  await askForUnion(paris, { kept, absorbed, reason, by: dpo, now: now() })
  const { waiting } = await listUnions(paris, now())
  const { id: unionId } = waiting.find(({ union }) => union.keptPersonId === kept)!.union
  expect(await confirmUnion(paris, { unionId, by: dpo, now: now() })).toMatchObject({
    refusal: 'same_person',
  })
  expect(await declineUnion(paris, { unionId, by: other, now: now() })).toMatchObject({ ok: true })
  expect(await confirmUnion(paris, { unionId, by: other, now: now() })).toMatchObject({
    refusal: 'not_there',
  })
})

test('an account that acts for the city is never reached by uniting another with it', async () => {
  const [dpo, admin] = [await agent('dpo'), await agent('admin')]
  const citizen = await aPerson(paris)
  for (const [kept, absorbed] of [
    [admin.id, citizen],
    [citizen, admin.id],
  ] as const)
    expect(await askForUnion(paris, { kept, absorbed, reason, by: dpo, now: now() })).toMatchObject({
      refusal: 'acts_for_city',
    })
  const area = {
    ...(await agent('area_admin')),
    grants: [{ role: 'area_admin', scopeKind: 'district', scopeValue: '11' }],
  } as const
  expect(
    await askForUnion(paris, { kept: citizen, absorbed: await aPerson(paris), reason, by: area, now: now() }),
  ).toMatchObject({ refusal: 'not_allowed' })
})

test('by the sign-in of the account that closed one comes into the other, and what it wrote late is gathered', async () => {
  const { kept, absorbed, unionId } = await asked()
  const subject = crypto.randomUUID()
  const profile = {
    name: null,
    email: null,
    assurance: 'A2',
    birthYear: 1984,
    residence: 'lives',
    districtCode: null,
  } as const
  const arriving = {
    issuer: 'https://compte.test',
    subject,
    profile,
    locale: 'fr',
    replaces: null,
    now: now(),
  } as const
  const came = await signInWithProvider(paris, arriving)
  await inTenant(paris, (db) =>
    db.update(personKeys).set({ personId: absorbed.personId }).where(eq(personKeys.personId, came.personId)),
  )
  await confirmUnion(paris, { unionId, by: await agent('dpo'), now: now() })
  expect((await signInWithProvider(paris, arriving)).personId).toBe(kept.personId)

  const late = await aComment(paris, { ideaId: (await anIdea(paris)).id, authorId: absorbed.personId })
  await gatherLate(paris, now())
  expect(await authorOf(paris, late)).toBe(kept.personId)
})
