import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, merges, removals } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { withdrawIdea } from '@/lib/ideas/authoring/commands'
import { adoptIdea } from '@/lib/ideas/carriers/adoption/commands'
import { answerMerge, confirmMerge, proposeMerge } from '@/lib/ideas/merges/commands'
import { askForRemoval, confirmRemoval } from '@/lib/ideas/removals/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { confirmHiding, hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { supported } from '../../support/carriers'
import { belleville } from '../../support/deposits'
import { aReader, published, taskOf, why } from '../../support/desk'
import { aPerson, aSession, paris } from '../../support/factories'
import { later, moderator, proposed, reason, twoIdeas } from '../../support/merges'
import { leaves, leavesNothing, no, yesDone } from '../../support/transitions'

const now = new Date()

test('T14: its author withdraws it while few support it; above, somebody else is sought; a right stays', async () => {
  const few = await supported({ supportCount: 9 })
  const many = await supported({ supportCount: 10 })
  const right = await supported({ collection: 'reached', reachedAt: now })
  const withdraw = ({ id, amina }: typeof few, personId = amina) =>
    withdrawIdea(paris, { ideaId: id, personId, now })
  expect(await withdraw(few, many.amina)).toEqual(no('not_there'))
  expect(await withdraw(right)).toEqual(no('right_acquired'))
  await leavesNothing('T14', { city: paris, ideaId: right.id })
  expect(await withdraw(many)).toMatchObject(yesDone)
  await leavesNothing('T14', { city: paris, ideaId: many.id })
  await leavesNothing('T14', { city: paris, ideaId: few.id })
  expect(await withdraw(few)).toMatchObject(yesDone)
  await leaves('T14', { city: paris, ideaId: few.id })
})

test('T15: whoever supports it and is known well enough takes it over, in the days given', async () => {
  const { id: ideaId, amina } = await supported()
  const someone = async (assurance: 'A2' | 'A3', supports: boolean) => {
    const id = await aPerson(paris, { assurance })
    if (supports) await giveSupport({ tenant: paris, ideaId, ...(await aSession(paris, id)) })
    return { id, assurance, birthYear: 1984 }
  }
  const adopt = (person: Awaited<ReturnType<typeof someone>>) => adoptIdea(paris, { ideaId, person, now })
  const [karim, stranger, unknown] = [
    await someone('A3', true),
    await someone('A3', false),
    await someone('A2', true),
  ]
  expect(await adopt(karim)).toEqual(no('not_seeking'))
  await withdrawIdea(paris, { ideaId, personId: amina, now })
  expect(await adopt(stranger)).toEqual(no('not_supporter'))
  expect(await adopt(unknown)).toEqual(no('known_too_little'))
  const until = (adoptionUntil: Date) =>
    inTenant(paris, (db) => db.update(ideas).set({ adoptionUntil }).where(eq(ideas.id, ideaId)))
  await until(new Date(now.getTime() - 1000))
  expect(await adopt(karim)).toEqual(no('not_seeking'))
  await until(later(3))
  await leavesNothing('T15', { city: paris, ideaId })
  expect(await adopt(karim)).toMatchObject(yesDone)
  await leaves('T15', { city: paris, ideaId })
})

test('T16: both carriers make one of two; nobody does in their place before they were silent long, nor alone', async () => {
  const asked = await proposed(await twoIdeas())
  const { source, target, merge, by, amina, karim } = asked
  const place = { city: paris, ideaId: source.id }
  const answer = (personId: string) => answerMerge(paris, { mergeId: merge.id, personId, answer: 'yes', now })
  const confirm = (who: typeof by, at: Date) => confirmMerge(paris, { mergeId: merge.id, by: who, now: at })
  const carrier = { id: amina, grants: [] }
  const propose = { ideaId: target.id, other: source.slug, reason, now }
  expect(await proposeMerge(paris, { ...propose, by: carrier })).toEqual(no('elsewhere'))
  expect(await answer(await aPerson(paris))).toEqual(no('not_carrier'))
  expect(await answer(amina)).toMatchObject(yesDone)
  expect(await answer(amina)).toEqual(no('already_answered'))
  expect(await confirm(await moderator(), later(13))).toEqual(no('too_early'))
  expect(await confirm(by, later(15))).toEqual(no('second_person_needed'))
  await leavesNothing('T16', place)
  expect(await answer(karim)).toMatchObject(yesDone)
  expect(await leaves('T16', place)).toMatchObject({ slug: target.slug })
  const [row] = await inTenant(paris, (db) => db.select().from(merges).where(eq(merges.id, merge.id)))
  expect(row).toMatchObject({ state: 'merged', undoUntil: expect.any(Date) })
})

test('T17: a moderator hides it for a reason that is given, two of them above a hundred supports', async () => {
  const { ideaId, personId } = await published()
  const place = { city: belleville, ideaId }
  await inTenant(belleville, (db) => db.update(ideas).set({ supportCount: 101 }).where(eq(ideas.id, ideaId)))
  const [first, second] = [await aReader(), await aReader()]
  const take = (byId: string) => takeUp(belleville, { kind: 'idea', address: ideaId, byId, now })
  expect(await take(personId)).toEqual(no('own_item'))
  expect(await take(await aPerson(belleville))).toEqual(no('outside_scope'))
  expect(await take(first)).toMatchObject(yesDone)
  const hide = async (text: string, groundText: string | null) => {
    const taskId = await taskOf(ideaId, 'own_initiative')
    return hideSubject(belleville, { taskId, byId: first, now, code: 'hate', text, groundText })
  }
  expect(await hide('Non.', 'Loi de 1881')).toEqual(no('reason_too_short'))
  expect(await hide(why, null)).toEqual(no('law_needed'))
  expect(await hide(why, 'Loi de 1881')).toMatchObject({ value: { waitsForSecond: true } })
  const taskId = await taskOf(ideaId, 'second_look')
  expect(await confirmHiding(belleville, { taskId, byId: first, now })).toEqual(no('same_reader'))
  await leavesNothing('T17', place)
  expect(await confirmHiding(belleville, { taskId, byId: second, now })).toMatchObject(yesDone)
  expect(await leaves('T17', place)).toEqual({ code: 'hate' })
})

test('T18: who administers and who looks after data take it away together, and no one of them alone', async () => {
  const { ideaId } = await published()
  const place = { city: belleville, ideaId }
  const who = async (role: 'admin' | 'dpo' | 'moderator') => {
    const grants = [{ role, scopeKind: 'city', scopeValue: null }] as const
    return { by: { id: await aPerson(belleville), grants }, now }
  }
  const why = {
    ground: 'personal_data',
    legal: 'Ordonnance du 3 mars',
    reason: 'Le texte donne l’adresse et le téléphone d’une voisine.',
  } as const
  const [admin, dpo] = [await who('admin'), await who('dpo')]
  const ask = { address: ideaId, ...why }
  expect(await askForRemoval(belleville, { ...(await who('moderator')), ...ask })).toEqual(no('not_allowed'))
  expect(await askForRemoval(belleville, { ...admin, ...ask })).toMatchObject(yesDone)
  const [asked] = await inTenant(belleville, (db) =>
    db.select().from(removals).where(eq(removals.ideaId, ideaId)),
  )
  const confirm = (act: typeof admin) => confirmRemoval(belleville, { removalId: asked!.id, ...act })
  expect(await confirm(admin)).toEqual(no('same_person'))
  expect(await confirm(await who('admin'))).toEqual(no('needs_the_other'))
  await leavesNothing('T18', place)
  expect(await confirm(dpo)).toMatchObject(yesDone)
  expect(await leaves('T18', place)).toMatchObject({ ground: 'personal_data' })
})
