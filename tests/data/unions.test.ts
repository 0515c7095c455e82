import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comments, follows, ideas, journal, letters, people, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { followIdea } from '@/lib/ideas/supports/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { listSupported } from '@/lib/ideas/supports/queries'
import { reportSubject } from '@/lib/moderation/reports/commands'
import { copyOf } from '@/lib/people/copy/queries'
import { isAlive } from '@/lib/people/sign-in/queries'
import { beginUnion, uniteOwn } from '@/lib/people/unions/commands'
import { shippedCities } from '@/tenants/shipped'
import { anIdea, aPerson, aSession, type SignedIn, someoneSignedIn } from '../support/factories'
import { aComment } from '../support/unions'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const now = () => new Date()
const give = (ideaId: string, who: SignedIn) => giveSupport({ tenant: paris, ideaId, ...who })
const rowOf = async (id: string) =>
  (await inTenant(paris, (db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!

/** Two accounts of one person, each signed in. */
async function twoAccounts() {
  return [
    await someoneSignedIn(paris),
    await someoneSignedIn(paris, { email: `${crypto.randomUUID()}@exemple.fr` }),
  ] as const
}

async function united(kept: SignedIn, absorbed: SignedIn) {
  const token = crypto.randomUUID()
  expect(await beginUnion(paris, { personId: kept.personId, token, now: now() })).toMatchObject({ ok: true })
  return uniteOwn(paris, { token, personId: absorbed.personId, now: now() })
}

async function countedIn(ideaId: string) {
  const counted = and(eq(supports.ideaId, ideaId), eq(supports.state, 'counted'))
  return inTenant(paris, (db) => db.$count(supports, counted))
}

test('item 11: two accounts of one person become one: each idea counts them once', async () => {
  const [kept, absorbed] = await twoAccounts()
  const [both, one, other] = [await anIdea(paris), await anIdea(paris), await anIdea(paris)]
  await give(both.id, kept)
  await give(both.id, absorbed)
  await give(one.id, kept)
  await give(other.id, absorbed)
  expect(await united(kept, absorbed)).toMatchObject({ ok: true, value: { moved: 1, doubled: 1 } })

  for (const { id } of [both, one, other])
    expect([await countedIn(id), (await rowOf(id)).supportCount]).toEqual([1, 1])
  const found = (await listSupported(paris, kept.personId)).map(({ id }) => id)
  expect(found.sort()).toEqual([both.id, one.id, other.id].sort())
  expect(await listSupported(paris, absorbed.personId)).toEqual([])
  expect(await isAlive(paris, absorbed)).toBe(false)
  expect(await give(other.id, kept)).toMatchObject({ status: 200, count: 1 })
})

test('item 11: a right once certified stays when its number goes below the threshold', async () => {
  const [kept, absorbed] = await twoAccounts()
  const [certified, checked] = [await anIdea(paris, { threshold: 2 }), await anIdea(paris, { threshold: 2 })]
  for (const { id } of [certified, checked]) {
    await give(id, kept)
    await give(id, absorbed)
    expect(await rowOf(id)).toMatchObject({ collection: 'reached' })
  }
  await inTenant(paris, async (db) => {
    await db.insert(journal).values({
      ...{ kind: 'threshold_certified', aboutId: certified.id, at: now() },
      ...{ byRole: 'system', visibility: 'internal' },
    })
    await db
      .update(ideas)
      .set({ collection: 'certified', certifiedAt: now() })
      .where(eq(ideas.id, certified.id))
  })
  await united(kept, absorbed)
  expect(await rowOf(certified.id)).toMatchObject({
    collection: 'certified',
    supportCount: 1,
    countAtThreshold: 2,
  })
  expect(await rowOf(checked.id)).toMatchObject({ collection: 'open', supportCount: 1, reachedAt: null })
})

test('what one account wrote, follows and was told is the other’s from then on, once', async () => {
  const [kept, absorbed] = await twoAccounts()
  const [mine, both] = [await anIdea(paris, { authorId: absorbed.personId }), await anIdea(paris)]
  await give(mine.id, kept)
  for (const { personId } of [kept, absorbed])
    await followIdea(paris, { ideaId: both.id, personId, now: now() })
  const comment = await aComment(paris, { ideaId: both.id, authorId: absorbed.personId })
  await united(kept, absorbed)

  expect(await rowOf(mine.id)).toMatchObject({ authorId: kept.personId, supportCount: 0 })
  const followed = await inTenant(paris, (db) => db.select().from(follows).where(eq(follows.ideaId, both.id)))
  expect(followed.map(({ personId }) => personId)).toEqual([kept.personId])
  const [said] = await inTenant(paris, (db) => db.select().from(comments).where(eq(comments.id, comment)))
  expect(said).toMatchObject({ authorId: kept.personId })
  const [gone] = await inTenant(paris, (db) =>
    db.select().from(people).where(eq(people.id, absorbed.personId)),
  )
  expect(gone).toMatchObject({ name: null, email: null, unitedIntoPersonId: kept.personId })
})

test('what one account has reported, the other does not report again', async () => {
  const [kept, absorbed] = await twoAccounts()
  const { id: subjectId } = await anIdea(paris)
  const said = { kind: 'idea', subjectId, reason: 'spam', text: 'Une publicité.', email: null } as const
  const report = (personId: string) =>
    reportSubject(paris, { ...said, personId, locale: 'fr', from: crypto.randomUUID(), now: now() })
  expect(await report(absorbed.personId)).toMatchObject({ ok: true })
  await united(kept, absorbed)
  expect(await report(kept.personId)).toEqual({ ok: false, refusal: 'already_reported' })
})

test('both addresses are written to, and the copy of the one account holds the acts of the other', async () => {
  const [kept, absorbed] = await twoAccounts()
  await inTenant(paris, async (db) => {
    await db
      .update(people)
      .set({ email: `${crypto.randomUUID()}@exemple.fr` })
      .where(eq(people.id, kept.personId))
    const act = {
      kind: 'submitted',
      aboutId: crypto.randomUUID(),
      at: now(),
      byId: absorbed.personId,
    } as const
    await db.insert(journal).values({ ...act, byRole: 'author', visibility: 'internal' })
  })
  await united(kept, absorbed)
  const sent = await inTenant(paris, (db) =>
    db.select().from(letters).where(eq(letters.kind, 'accounts_united')),
  )
  const to = sent.map(({ address }) => address)
  expect(to).toContain((await personOf(kept.personId)).email)
  let copy = ''
  for await (const piece of copyOf(paris, kept.personId, now())) copy += piece
  expect((JSON.parse(copy) as { acts: { kind: string }[] }).acts.map(({ kind }) => kind)).toContain(
    'submitted',
  )
})

const personOf = async (id: string) =>
  (await inTenant(paris, (db) => db.select().from(people).where(eq(people.id, id))))[0]!

test('a voice that arrives while two accounts are united is counted once', async () => {
  for (let round = 0; round < 6; round++) {
    const [kept, absorbed] = await twoAccounts()
    const idea = await anIdea(paris)
    await Promise.all([united(kept, absorbed), give(idea.id, absorbed), give(idea.id, kept)])
    expect(await give(idea.id, kept)).toMatchObject({ status: 200, count: 1 })
    expect([await countedIn(idea.id), (await rowOf(idea.id)).supportCount]).toEqual([1, 1])
    expect((await listSupported(paris, kept.personId)).map(({ id }) => id)).toEqual([idea.id])
  }
})

test('of two unions at once, each the other way round, one account is left and nothing is counted twice', async () => {
  const [one, other] = await twoAccounts()
  const idea = await anIdea(paris)
  await give(idea.id, one)
  await give(idea.id, other)
  const came = await Promise.all([united(one, other), united(other, one)])
  expect(came.filter(({ ok }) => ok)).toHaveLength(1)
  expect([await countedIn(idea.id), (await rowOf(idea.id)).supportCount]).toEqual([1, 1])
})

test('who began may end it only as another account, in time, and never with one that acts for the city', async () => {
  const [kept, absorbed] = await twoAccounts()
  const begin = async (personId: string) => {
    const token = crypto.randomUUID()
    return { token, outcome: await beginUnion(paris, { personId, token, now: now() }) }
  }
  const { token } = await begin(kept.personId)
  const late = new Date(Date.now() + 31 * 60_000)
  const ending = (personId: string, at = now()) => uniteOwn(paris, { token, personId, now: at })
  expect(await ending(kept.personId)).toMatchObject({ refusal: 'same_account' })
  expect(await ending(absorbed.personId, late)).toMatchObject({ refusal: 'too_late' })
  const moderator = await aPerson(paris, { role: 'moderator' })
  expect(await ending(moderator)).toMatchObject({ refusal: 'acts_for_city' })
  expect((await begin(moderator)).outcome).toMatchObject({ refusal: 'acts_for_city' })
  const [vouched, another] = [
    await aPerson(paris, { assurance: 'A3', birthYear: 1980 }),
    await aPerson(paris, { assurance: 'A3', birthYear: 1981 }),
  ]
  const two = await begin(vouched)
  expect(await uniteOwn(paris, { token: two.token, personId: another, now: now() })).toMatchObject({
    refusal: 'two_people',
  })
  expect(await aSession(paris, another)).toBeTruthy()
})
