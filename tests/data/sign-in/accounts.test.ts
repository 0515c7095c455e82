import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { follows, grants, ideas, people, personKeys } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { followIdea } from '@/lib/ideas/supports/commands'
import { changeProfile, declare, endEverySession } from '@/lib/people/commands'
import { copyOf } from '@/lib/people/copy/queries'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { signInWithProvider } from '@/lib/people/sign-in/commands'
import { isAlive } from '@/lib/people/sign-in/queries'
import { shippedCities } from '@/tenants/shipped'
import { aDraft } from '../../support/deposits'
import { anIdea, aPerson, aSession, someoneSignedIn } from '../../support/factories'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const marsa = shippedCities.find(({ id }) => id === 'marsa')!

const profile = {
  name: 'Amina Diallo',
  email: 'amina@exemple.fr',
  assurance: 'A4',
  birthYear: 1991,
  residence: 'lives',
  districtCode: null,
} as const
const arriving = (subject: string) =>
  ({
    issuer: 'https://compte.test',
    subject,
    profile,
    locale: 'fr',
    replaces: null,
    now: new Date(),
  }) as const

const rowOf = async (personId: string) =>
  (await inTenant(paris, (db) => db.select().from(people).where(eq(people.id, personId))))[0]!
const ideaOf = async (id: string) =>
  (await inTenant(paris, (db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]

test('deleting an account erases who one is and changes no count', async () => {
  const amina = await signInWithProvider(paris, arriving(crypto.randomUUID()))
  const idea = await anIdea(paris)
  const own = await anIdea(paris, { authorId: amina.personId })
  const draft = { id: await aDraft({ personId: amina.personId, draftKey: null }, { city: paris }) }
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...amina })).toMatchObject({
    status: 200,
    count: 1,
  })
  await followIdea(paris, { ideaId: idea.id, personId: amina.personId, now: new Date() })

  expect(await deleteAccount(paris, { personId: amina.personId, now: new Date() })).toMatchObject({
    ok: true,
  })

  expect(await rowOf(amina.personId)).toMatchObject({
    name: null,
    email: null,
    birthYear: null,
    residence: null,
  })
  expect(await isAlive(paris, amina)).toBe(false)
  expect(await ideaOf(idea.id)).toMatchObject({ supportCount: 1 })
  expect(await ideaOf(own.id)).toMatchObject({ publication: 'published', authorId: null })
  expect(await ideaOf(draft.id)).toBeUndefined()
  const followed = await inTenant(paris, (db) =>
    db.select().from(follows).where(eq(follows.personId, amina.personId)),
  )
  expect(followed).toEqual([])
})

test('who comes back after deleting their account is still counted once', async () => {
  const subject = crypto.randomUUID()
  const before = await signInWithProvider(paris, arriving(subject))
  const idea = await anIdea(paris)
  await giveSupport({ tenant: paris, ideaId: idea.id, ...before })
  await deleteAccount(paris, { personId: before.personId, now: new Date() })

  const after = await signInWithProvider(paris, arriving(subject))
  expect(after.personId).toBe(before.personId)
  expect(await giveSupport({ tenant: paris, ideaId: idea.id, ...after })).toMatchObject({
    status: 200,
    count: 1,
  })
  expect(await isAlive(paris, before)).toBe(false)
})

test('two arrivals of someone new at once make one person', async () => {
  const subject = crypto.randomUUID()
  const arrived = await Promise.all(
    Array.from({ length: 8 }, () => signInWithProvider(paris, arriving(subject))),
  )
  expect(new Set(arrived.map(({ personId }) => personId)).size).toBe(1)
  const keys = await inTenant(paris, (db) =>
    db.select().from(personKeys).where(eq(personKeys.personId, arrived[0]!.personId)),
  )
  expect(keys).toHaveLength(1)
})

test('a provider does not rename who chose their name', async () => {
  const subject = crypto.randomUUID()
  const { personId } = await signInWithProvider(paris, arriving(subject))
  await changeProfile(paris, { personId, name: 'Amina D.', locale: 'en' })
  await signInWithProvider(paris, { ...arriving(subject), profile: { ...profile, birthYear: 1990 } })
  expect(await rowOf(personId)).toMatchObject({ name: 'Amina D.', birthYear: 1990 })
})

test('nobody is called like the city', async () => {
  const personId = await aPerson(paris)
  const outcome = await changeProfile(paris, {
    personId,
    name: 'Mairie de Paris',
    locale: 'fr',
  })
  expect(outcome).toEqual({ ok: false, refusal: 'reserved_name' })
})

test('what one declares opens what an address alone does not', async () => {
  const personId = await aPerson(paris, { assurance: 'A1', birthYear: null, residence: null })
  const tie = { personId, birthYear: 1980, residence: 'works', districtCode: null, now: new Date() } as const
  expect(await declare(paris, tie)).toMatchObject({ ok: true })
  expect(await rowOf(personId)).toMatchObject({ assurance: 'A2', birthYear: 1980, residence: 'works' })
  const vouched = await aPerson(paris, { assurance: 'A4', birthYear: 2013 })
  expect(await declare(paris, { ...tie, personId: vouched })).toEqual({ ok: false, refusal: 'vouched' })
})

test('signing out everywhere ends every session, and nobody else’s', async () => {
  const first = await someoneSignedIn(paris)
  const second = await aSession(paris, first.personId)
  const other = await someoneSignedIn(paris)
  await endEverySession(paris, { personId: first.personId, now: new Date() })
  expect([await isAlive(paris, first), await isAlive(paris, second), await isAlive(paris, other)]).toEqual([
    false,
    false,
    true,
  ])
})

test('the last person to administer a city stays until there is another', async () => {
  await inTenant(marsa, (db) => db.update(grants).set({ revokedAt: new Date() }))
  const [first, second] = [await aPerson(marsa, { role: 'admin' }), await aPerson(marsa, { role: 'admin' })]
  const leaving = await Promise.all(
    [first, second].map((personId) => deleteAccount(marsa, { personId, now: new Date() })),
  )
  expect(leaving.filter(({ ok }) => ok)).toHaveLength(1)
  expect(leaving.filter(({ ok }) => !ok)).toEqual([{ ok: false, refusal: 'last_admin' }])
})

test('a copy of one’s data holds everything about one, and nothing of others', async () => {
  const mine = await someoneSignedIn(paris, { name: 'Mei Chen', email: 'mei@exemple.fr' })
  const idea = await anIdea(paris, { authorId: mine.personId, title: 'Un verger partagé' })
  const other = await anIdea(paris, { title: 'Celle de quelqu’un' })
  await giveSupport({ tenant: paris, ideaId: other.id, ...mine })
  let text = ''
  for await (const part of copyOf(paris, mine.personId, new Date())) text += part
  const copy = JSON.parse(text)
  expect(copy.person).toMatchObject({ name: 'Mei Chen', email: 'mei@exemple.fr' })
  expect(copy.ideas).toMatchObject([{ id: idea.id, title: 'Un verger partagé' }])
  expect(copy.supports).toMatchObject([{ ideaId: other.id }])
  expect(text).not.toMatch(/tenant_?id|voter|sealed/i)
})
