import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { relaunchIdea } from '@/lib/ideas/authoring/commands'
import { confirmInvalidation, proposeInvalidation } from '@/lib/ideas/certification/commands'
import { certifyEarly } from '@/lib/ideas/certification/early/commands'
import { findChecking } from '@/lib/ideas/certification/queries'
import { certifyIdeas, expireIdeas } from '@/lib/ideas/collection/commands'
import { saveSimilarSeen, saveText } from '@/lib/ideas/deposit/commands'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { controlSheet, enterSheet } from '@/lib/ideas/paper/commands'
import { prolongCollection, resumeCollection, suspendCollection } from '@/lib/ideas/steering/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import type { GrantedRole } from '@/lib/people/rules'
import { belleville, ines, yes } from '../../support/deposits'
import { aReader, published } from '../../support/desk'
import { aCrowd, anIdea, aPerson, paris } from '../../support/factories'
import { goes } from '../../support/histories'
import { aClerk, aSheet, controlled, readBack, signed } from '../../support/paper'
import { leaves, leavesNothing, no, yesDone } from '../../support/transitions'

const now = new Date()
const day = 86_400_000
const ago = (days: number) => new Date(now.getTime() - days * day)
const text = 'Décision du tribunal administratif du 3 mars, rendue publique le jour même.'
const as = async (role: GrantedRole, scope = {}) => ({
  id: await aPerson(paris),
  grants: [{ role, scopeKind: 'city' as const, scopeValue: null as string | null, ...scope }],
})
const elsewhere = { scopeKind: 'district', scopeValue: '75-2' } as const
const read = (id: string) =>
  inTenant(paris, async (db) => (await db.select().from(ideas).where(eq(ideas.id, id)))[0]!)

test('T9: the support that reaches the threshold in time makes the right, once; one that comes late does not', async () => {
  const idea = await anIdea(paris, { threshold: 2 })
  const over = await anIdea(paris, { threshold: 1, deadlineAt: ago(1) })
  const crowd = await aCrowd(paris, 4)
  const give = (ideaId: string, one: number) => giveSupport({ tenant: paris, ideaId, ...crowd[one]! })
  expect(await give(over.id, 0)).toMatchObject({ reason: 'closed' })
  await leavesNothing('T9', { city: paris, ideaId: over.id })
  await give(idea.id, 0)
  await give(idea.id, 0)
  await leavesNothing('T9', { city: paris, ideaId: idea.id })
  await give(idea.id, 1)
  await leaves('T9', { city: paris, ideaId: idea.id })
  const { reachedAt } = await read(idea.id)
  await Promise.all([give(idea.id, 2), give(idea.id, 3)])
  await leaves('T9', { city: paris, ideaId: idea.id })
  expect(await read(idea.id)).toMatchObject({ collection: 'reached', supportCount: 4, reachedAt })
})

test('T10: the right is certified after the days of checking, or sooner by a moderator, and not while a voice is in doubt', async () => {
  const reached = { collection: 'reached', threshold: 2, supportCount: 2 } as const
  const authorId = await aPerson(paris)
  const checked = await anIdea(paris, { ...reached, reachedAt: ago(9) })
  const doubted = await anIdea(paris, { ...reached, reachedAt: ago(9), heldCount: 1 })
  const recent = await anIdea(paris, { ...reached, reachedAt: ago(1), authorId, districtCode: '75-1' })
  await certifyIdeas(paris)
  for (const { id } of [doubted, recent]) await leavesNothing('T10', { city: paris, ideaId: id })
  await leaves('T10', { city: paris, ideaId: checked.id })
  const early = (ideaId: string, by: Awaited<ReturnType<typeof as>>) =>
    certifyEarly(paris, { ideaId, text, by, now })
  const moderator = await as('moderator')
  expect(await early(recent.id, await as('instructor'))).toEqual(no('out_of_scope'))
  expect(await early(recent.id, await as('moderator', elsewhere))).toEqual(no('out_of_scope'))
  expect(await early(recent.id, { ...moderator, id: authorId })).toEqual(no('own_idea'))
  expect(await early(doubted.id, moderator)).toEqual(no('still_held'))
  expect(await early(recent.id, moderator)).toMatchObject(yesDone)
  expect(await read(recent.id)).toMatchObject({ collection: 'certified', certifiedAt: now })
})

test('T11: two people take voices out, the days come back; neither alone, nor once it is certified', async () => {
  const reached = { threshold: 3, supportCount: 3, reachedAt: ago(2), countAtThreshold: 3 } as const
  const [doubtful, certain] = [
    await anIdea(paris, { ...reached, collection: 'reached' }),
    await anIdea(paris, { ...reached, collection: 'certified', certifiedAt: now }),
  ]
  const [first, second] = [await as('admin'), await as('admin')]
  const condition = { fromDay: '2026-03-03', toDay: '2026-03-03', onlyFresh: true, onlyHeld: false }
  const voices = (ideaId: string) => sql`
    insert into supports (idea_id, voter_key, state, counted_on, changed_on, is_fresh)
    select ${ideaId}::uuid, decode(md5(n::text) || md5(n::text), 'hex'), 'counted', '2026-03-03', '2026-03-03', n = 1
    from generate_series(1, 3) n`
  for (const { id: ideaId } of [doubtful, certain]) {
    await inTenant(paris, (db) => db.execute(voices(ideaId)))
    const ask = { ideaId, condition, reason: text, now }
    expect(await proposeInvalidation(paris, { ...ask, by: await as('moderator') })).toEqual(
      no('out_of_scope'),
    )
    expect(await proposeInvalidation(paris, { ...ask, by: first })).toMatchObject(yesDone)
    const { id } = (await findChecking(paris, ideaId, first))!.decisions[0]!
    expect(await confirmInvalidation(paris, { id, by: first, now })).toEqual(no('same_person'))
    await leavesNothing('T11', { city: paris, ideaId })
    expect(await confirmInvalidation(paris, { id, by: second, now })).toMatchObject({ value: { count: 1 } })
  }
  await leavesNothing('T11', { city: paris, ideaId: certain.id })
  expect(await leaves('T11', { city: paris, ideaId: doubtful.id })).toMatchObject({ taken: 1, days: 2, text })
  expect(await read(doubtful.id)).toMatchObject({ collection: 'open', epoch: 2, reachedAt: null })
})

test('T12: time ends a collection, a minute after its last day, and not one that reached its threshold', async () => {
  const minutes = (count: number) => new Date(Date.now() - count * 60_000)
  const past = await anIdea(paris, { deadlineAt: minutes(2), supportCount: 12 })
  const justNow = await anIdea(paris, { deadlineAt: minutes(0.5) })
  const right = await anIdea(paris, { deadlineAt: minutes(2), collection: 'reached', reachedAt: now })
  await expireIdeas(paris)
  await expireIdeas(paris)
  for (const { id } of [justNow, right]) await leavesNothing('T12', { city: paris, ideaId: id })
  expect(await leaves('T12', { city: paris, ideaId: past.id })).toMatchObject({ count: 12, threshold: 1500 })
})

test('T13: a sheet read by a second person reaches the threshold as a press does; nobody else types one in', async () => {
  const { id: ideaId } = await anIdea(paris, { threshold: 3 })
  const place = { city: paris, ideaId }
  const sheet = { ideaId, number: 'B', receivedOn: '2026-01-10', signers: signed(3), spoilt: 0, now }
  expect(await enterSheet(paris, { ...sheet, by: await as('moderator') })).toEqual(no('elsewhere'))
  const by = await aClerk()
  const { sheetId } = await aSheet(ideaId, { by, signers: signed(3) })
  const lines = await readBack(sheetId, signed(3))
  expect(await controlSheet(paris, { sheetId, read: lines, by, now })).toEqual(no('same_person'))
  await leavesNothing('T9', place)
  await controlled(sheetId, signed(3))
  await leaves('T13', place)
  await leaves('T9', place)
  expect(await read(ideaId)).toMatchObject({ collection: 'reached', countAtThreshold: 3 })
})

test('T26: an administrator of the place gives more time with a reason, later and never sooner', async () => {
  const deadlineAt = new Date('2030-03-01T23:00:00Z')
  const { id: ideaId } = await anIdea(paris, { deadlineAt, districtCode: '75-1' })
  const by = await as('admin')
  const prolong = (lastDay: string, who = by) =>
    prolongCollection(paris, { ideaId, lastDay, text, by: who, now: new Date('2030-02-01') })
  for (const other of [await as('moderator'), await as('admin', elsewhere)])
    expect(await prolong('2030-04-15', other)).toEqual(no('elsewhere'))
  expect(await prolong('2030-03-01')).toEqual(no('not_later'))
  expect(await prolong('2030-02-20')).toEqual(no('not_later'))
  await leavesNothing('T26', { city: paris, ideaId })
  expect(await prolong('2030-04-15')).toMatchObject(yesDone)
  expect(await leaves('T26', { city: paris, ideaId })).toMatchObject({ text })
})

test('T27: an administrator stops it for a cause and lets it go on with the days it lost', async () => {
  const { id: ideaId } = await anIdea(paris)
  const act = { ideaId, text, by: await as('admin') }
  expect(await suspendCollection(paris, { ...act, now, by: await as('signatory') })).toEqual(no('elsewhere'))
  expect(await resumeCollection(paris, { ...act, now })).toEqual(no('not_suspended'))
  await leavesNothing('T27', { city: paris, ideaId })
  const before = await read(ideaId)
  expect(await suspendCollection(paris, { ...act, now })).toMatchObject(yesDone)
  expect(await leaves('T27', { city: paris, ideaId })).toMatchObject({ text })
  expect(await suspendCollection(paris, { ...act, now })).toEqual(no('not_collecting'))
  const end = { ...act, now: new Date(now.getTime() + 2 * day) }
  expect(await resumeCollection(paris, { ...end, by: await as('moderator') })).toEqual(no('elsewhere'))
  expect(await resumeCollection(paris, end)).toMatchObject(yesDone)
  const after = await read(ideaId)
  expect(after.collection).toBe('open')
  expect(Math.round((after.deadlineAt!.getTime() - before.deadlineAt!.getTime()) / day)).toBe(3)
})

test('T28: what ran out is tried again by its author, months later, once, with something new in it', async () => {
  const { ideaId, personId } = await published()
  const place = { city: belleville, ideaId }
  const again = (who = personId) => relaunchIdea(belleville, { ideaId, personId: who, now })
  expect(await again()).toEqual(no('not_expired'))
  await goes(belleville, ideaId, 'expire', { expiredAt: ago(5) })
  expect(await again()).toEqual(no('relaunch_too_early'))
  await inTenant(belleville, (db) =>
    db
      .update(ideas)
      .set({ expiredAt: ago(400) })
      .where(eq(ideas.id, ideaId)),
  )
  expect(await again((await ines()).id)).toEqual(no('not_there'))
  const begun = await again()
  if (!begun.ok) throw new Error(begun.refusal)
  expect(await again()).toEqual(no('already_relaunched'))
  const person = { ...(await ines()), id: personId }
  const draft = { ideaId: begun.value.id, holder: { personId, draftKey: null }, now }
  const send = () =>
    submitIdea(belleville, { ideaId: draft.ideaId, person, draftKey: null, answers: yes, now })
  await saveSimilarSeen(belleville, { ...draft, seen: [] })
  expect(await send()).toEqual(no('unchanged_relaunch'))
  await leavesNothing('T28', place)
  await saveText(belleville, { ...draft, body: `La gare a rouvert depuis. ${randomUUID()} `.repeat(6) })
  expect(await send()).toMatchObject(yesDone)
  await publishIdea(belleville, { ideaId: draft.ideaId, byId: await aReader(), now })
  expect(await leaves('T28', place)).toMatchObject({ ideaId: draft.ideaId })
})
