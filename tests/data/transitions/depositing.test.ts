import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { addAddendum, editIdea, pullBack } from '@/lib/ideas/authoring/commands'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea, refuseIdea } from '@/lib/ideas/moderation/commands'
import { fileAppeal, upholdAppeal } from '@/lib/moderation/appeals/commands'
import { answerChanges, askChanges, holdTask } from '@/lib/moderation/rounds/commands'
import { aDraft, aWholeDraft, belleville as city, ines, yes } from '../../support/deposits'
import { aReader, published, refusedBy, sent, taskOf, why } from '../../support/desk'
import { aPerson } from '../../support/factories'
import { leaves, leavesNothing, no, yesDone } from '../../support/transitions'

const now = new Date()
const title = () => `Des bancs et de l’ombre ${randomUUID().slice(0, 8)}`
const body = 'Une place, de l’ombre et des bancs pour toutes et tous. '.repeat(6)

const change = (ideaId: string, to: Partial<typeof ideas.$inferInsert>) =>
  inTenant(city, (db) => db.update(ideas).set(to).where(eq(ideas.id, ideaId)))

test('T1: a whole draft is sent by its author, and not by another, nor unfinished', async () => {
  const [author, other] = [await ines(), await ines()]
  const holder = { personId: author.id, draftKey: null }
  const [ideaId, unfinished] = [await aWholeDraft(holder), await aDraft(holder)]
  const send = (person: typeof author, id = ideaId, answers = yes) =>
    submitIdea(city, { ideaId: id, person, draftKey: null, answers, now })
  expect(await send(other)).toEqual(no('not_there'))
  expect(await send(author, unfinished)).toEqual(no('incomplete'))
  expect(await send(author, ideaId, { ...yes, city_matter: false })).toEqual(no('criteria_not_met'))
  await leavesNothing('T1', { city, ideaId })
  expect(await send(author)).toMatchObject(yesDone)
  await leaves('T1', { city, ideaId })
  expect(await send(author)).toEqual(no('not_there'))
})

test('T2: its author takes it back, and nobody else, nor once it was treated or after the hours given', async () => {
  const [soon, late, read] = [await sent(), await sent(), await published()]
  expect(await pullBack(city, { ...soon, personId: late.personId })).toEqual(no('not_there'))
  await change(late.ideaId, { pullBackUntil: new Date(now.getTime() - 1000) })
  expect(await pullBack(city, late)).toEqual(no('too_late_to_pull_back'))
  expect(await pullBack(city, read)).toEqual(no('already_treated'))
  for (const { ideaId } of [soon, late, read]) await leavesNothing('T2', { city, ideaId })
  expect(await pullBack(city, soon)).toMatchObject(yesDone)
  await leaves('T2', { city, ideaId: soon.ideaId })
})

test('T3: a moderator publishes it under the rules of the day, not its author, not who may not, not while it is held', async () => {
  const { ideaId, personId } = await sent()
  const byId = await aReader()
  const publish = (who: string) => publishIdea(city, { ideaId, byId: who, now })
  expect(await publish(personId)).toEqual(no('own_idea'))
  expect(await publish(await aPerson(city))).toEqual(no('outside_scope'))
  const taskId = await taskOf(ideaId, 'submission')
  await holdTask(city, { taskId, byId, text: why, now })
  expect(await publish(byId)).toEqual(no('on_hold'))
  await leavesNothing('T3', { city, ideaId })
  const free = await sent()
  await publishIdea(city, { ideaId: free.ideaId, byId, now })
  await leaves('T3', { city, ideaId: free.ideaId })
  const [row] = await inTenant(city, (db) => db.select().from(ideas).where(eq(ideas.id, free.ideaId)))
  expect(row).toMatchObject({
    ...{ collection: 'open', ruleVersion: expect.any(Number), threshold: expect.any(Number) },
    ...{ deadlineAt: expect.any(Date), supportMinAge: expect.any(Number), timeZone: city.timeZone },
  })
})

test('T4: a moderator asks for changes, twice at most, with words, and nobody else does', async () => {
  const { ideaId, personId } = await sent()
  const taskId = await taskOf(ideaId, 'submission')
  const ask = async (byId: string, text = why) => askChanges(city, { taskId, byId, text, now })
  const byId = await aReader()
  expect(await ask(personId)).toEqual(no('own_item'))
  expect(await ask(await aPerson(city))).toEqual(no('outside_scope'))
  expect(await ask(byId, 'Non.')).toEqual(no('reason_too_short'))
  await leavesNothing('T4', { city, ideaId })
  expect(await ask(byId)).toMatchObject(yesDone)
  await leaves('T4', { city, ideaId })
  for (const _round of ['first', 'second']) {
    await answerChanges(city, { ideaId, personId, title: title(), body, now })
    await ask(byId)
  }
  await answerChanges(city, { ideaId, personId, title: title(), body, now })
  expect(await ask(byId)).toEqual(no('too_many_rounds'))
})

test('T5: a moderator refuses it with a code and words of their own, out of sight when saying why would harm', async () => {
  const { ideaId, personId } = await sent()
  const byId = await aReader()
  const refuse = (who: string, said: { code: 'unclear' | 'hate'; text: string }) =>
    refuseIdea(city, { ideaId, byId: who, now, ...said })
  const unclear = { code: 'unclear', text: why } as const
  expect(await refuse(personId, unclear)).toEqual(no('own_idea'))
  expect(await refuse(await aPerson(city), unclear)).toEqual(no('outside_scope'))
  expect(await refuse(byId, { ...unclear, text: 'Non.' })).toEqual(no('reason_too_short'))
  expect(await refuse(byId, { ...unclear, code: 'hate' })).toEqual(no('law_needed'))
  await leavesNothing('T5', { city, ideaId })
  expect(await refuse(byId, unclear)).toMatchObject(yesDone)
  expect(await leaves('T5', { city, ideaId })).toEqual({ code: 'unclear' })
  expect(await refuse(byId, unclear)).toEqual(no('already_treated'))
})

test('T6: on appeal another person gives it back to be read, never who refused it', async () => {
  const first = await aReader()
  const { ideaId, personId } = await refusedBy(first)
  const text = 'Le texte ne nomme personne : relisez-le, s’il vous plaît.'
  await fileAppeal(city, { kind: 'idea', subjectId: ideaId, personId, text, now })
  const taskId = await taskOf(ideaId, 'appeal')
  const uphold = (byId: string) => upholdAppeal(city, { taskId, byId, text: why, now })
  expect(await uphold(first)).toEqual(no('same_reader'))
  expect(await uphold(await aPerson(city))).toEqual(no('outside_scope'))
  expect(await uphold(personId)).toEqual(no('own_item'))
  await leavesNothing('T6', { city, ideaId })
  expect(await uphold(await aReader())).toMatchObject(yesDone)
  await leaves('T6', { city, ideaId })
})

test('T7: its author changes it in the hour, and not with ten supports, nor does anybody else', async () => {
  const [idea, late, loved] = [await published(), await published(), await published()]
  await change(late.ideaId, { editableUntil: new Date(now.getTime() - 1) })
  await change(loved.ideaId, { supportCount: 10 })
  const edit = (of: typeof idea) => editIdea(city, { ...of, title: title(), body })
  expect(await edit({ ...idea, personId: loved.personId })).toEqual(no('not_there'))
  expect(await edit(late)).toEqual(no('window_closed'))
  expect(await edit(loved)).toEqual(no('has_supporters'))
  for (const { ideaId } of [idea, late, loved]) await leavesNothing('T7', { city, ideaId })
  expect(await edit(idea)).toMatchObject(yesDone)
  expect(await leaves('T7', { city, ideaId: idea.ideaId })).toMatchObject({
    ...{ version: 2, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  })
})

test('T8: afterwards its author adds to it, and nobody else does', async () => {
  const [idea, other] = [await published(), await published()]
  const add = (personId: string) =>
    addAddendum(city, { ...idea, personId, body: 'La réunion est le 3 mars.' })
  expect(await add(idea.personId)).toEqual(no('not_published'))
  await change(idea.ideaId, { editableUntil: new Date(now.getTime() - 1) })
  expect(await add(other.personId)).toEqual(no('not_there'))
  await leavesNothing('T8', { city, ideaId: idea.ideaId })
  expect(await add(idea.personId)).toMatchObject(yesDone)
  await leaves('T8', { city, ideaId: idea.ideaId })
})
