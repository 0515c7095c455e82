import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { obligations } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { mayBeMadeBy } from '@/lib/ideas/changes/rules'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { becomeProject } from '@/lib/ideas/examination/becoming/commands'
import { admit, keepStudy, takeCharge } from '@/lib/ideas/examination/commands'
import { reportMilestone } from '@/lib/ideas/examination/milestones/commands'
import { prepareOpinion, reopen, signOpinion } from '@/lib/ideas/examination/opinions/commands'
import { askAuthor } from '@/lib/ideas/examination/questions/commands'
import type { Examiner } from '@/lib/ideas/examination/rules'
import { takeUpEarly } from '@/lib/ideas/steering/commands'
import { paris } from '@/tenants/paris'
import { aRight, now, opinion, someone, step, study, words } from '../../support/answers'
import { anIdea } from '../../support/factories'
import { leaves, leavesNothing, no, yesDone } from '../../support/transitions'

let instructor: Examiner, signatory: Examiner, admin: Examiner
beforeAll(async () => {
  instructor = await someone('instructor')
  signatory = await someone('signatory')
  admin = await someone('admin')
})

const text = 'Un fait nouveau : le conseil du 3 mars a voté les crédits.'
const at = (ideaId: string) => ({ city: paris, ideaId })
const certified = { collection: 'certified', certifiedAt: now } as const
const take = (ideaId: string, by = instructor) =>
  takeCharge(paris, { ideaId, departmentId: 'voirie', by, now })
const accept = (ideaId: string, by = instructor) => admit(paris, { ideaId, by, now, text })
const answered = (examination: 'opinion_favourable' | 'opinion_unfavourable') =>
  aRight({ ...certified, examination })

test('T19: once certified the city owes each step by a day that everyone reads, and nobody has to ask for it', async () => {
  const early = await anIdea(paris, { collection: 'reached', reachedAt: now })
  const { id } = await aRight()
  await certifyIdeas(paris)
  await leavesNothing('T19', at(early.id))
  await leaves('T19', at(id))
  const owed = await inTenant(paris, (db) => db.select().from(obligations).where(eq(obligations.ideaId, id)))
  expect(owed.map(({ kind }) => kind).sort()).toEqual([
    ...['acknowledge', 'admissibility', 'name_instructor', 'opinion'],
  ])
  for (const { dueAt } of owed) expect(dueAt.getTime()).toBeGreaterThan(now.getTime() - 9 * 86_400_000)
  expect(mayBeMadeBy('oblige', 'instructor')).toBe(false)
})

test('T20: who examines where it is takes it, then says it can be studied, and not before the right is certified', async () => {
  const early = await anIdea(paris, { collection: 'reached', reachedAt: now })
  const own = await aRight({ authorId: instructor.id })
  const { id } = await aRight({ districtCode: '75-1' })
  const elsewhere = await someone('instructor', { scopeKind: 'district', scopeValue: '75-2' })
  expect(await take(early.id)).toEqual(no('not_now'))
  expect(await take(own.id)).toEqual(no('own_idea'))
  for (const by of [signatory, elsewhere]) expect(await take(id, by)).toEqual(no('out_of_scope'))
  expect(await accept(id)).toEqual(no('not_now'))
  await leavesNothing('T20', at(id))
  expect(await take(id)).toMatchObject(yesDone)
  await leaves('T20', at(id))
  expect(await accept(id, signatory)).toEqual(no('out_of_scope'))
  expect(await accept(id)).toMatchObject(yesDone)
})

test('T21: the instructor asks its author, in public unless there is a reason not to, while it is examined', async () => {
  const { id } = await aRight()
  const ask = (by = instructor, isPublic = true) =>
    askAuthor(paris, { ideaId: id, by, now, body: 'Quel jour ?', isPublic })
  expect(await ask()).toEqual(no('not_now'))
  await take(id)
  expect(await ask(signatory)).toEqual(no('out_of_scope'))
  await leavesNothing('T21', at(id))
  expect(await ask()).toMatchObject(yesDone)
  expect(await leaves('T21', at(id))).toMatchObject({ text: 'Quel jour ?' })
})

test('T22: a signatory who did not write it signs an opinion with its table, its cost and its reasons', async () => {
  const { id: ideaId } = await aRight()
  const act = { ideaId, now, by: instructor }
  const both = { ...instructor, grants: [...instructor.grants, ...signatory.grants] }
  const sign = (by = signatory) => signOpinion(paris, { ideaId, now, by, title: 'Adjointe' })
  await take(ideaId)
  await accept(ideaId)
  expect(await sign()).toEqual(no('no_opinion'))
  await prepareOpinion(paris, { ...act, opinion: { ...opinion, reasons: words } })
  expect(await sign(instructor)).toEqual(no('out_of_scope'))
  expect(await sign(both)).toEqual(no('own_opinion'))
  expect(await sign()).toEqual(no('criteria_missing'))
  await keepStudy(paris, { ...act, study: { ...study, costLowCents: null } })
  expect(await sign()).toEqual(no('cost_missing'))
  await keepStudy(paris, { ...act, study })
  expect(await sign()).toEqual(no('not_now'))
  await leavesNothing('T22', at(ideaId))
  await prepareOpinion(paris, { ...act, opinion })
  expect(await sign()).toMatchObject(yesDone)
  expect(await leaves('T22', at(ideaId))).toMatchObject({ decision: 'favourable', title: 'Adjointe' })
})

test('T23: a signatory opens again what was answered, for a reason, and not what still waits for its answer', async () => {
  const [waiting, { id: ideaId }] = [await aRight(), await answered('opinion_unfavourable')]
  const again = (id: string, by = signatory) => reopen(paris, { ideaId: id, by, now, text })
  expect(await again(waiting.id)).toEqual(no('not_now'))
  for (const by of [instructor, admin]) expect(await again(ideaId, by)).toEqual(no('out_of_scope'))
  await leavesNothing('T23', at(ideaId))
  expect(await again(ideaId)).toMatchObject(yesDone)
  expect(await leaves('T23', at(ideaId))).toMatchObject({ text })
})

type Kind = 'planned' | 'delivered' | 'abandoned'
const report = (ideaId: string, by: Examiner, kind: Kind, doneOn = step.doneOn) =>
  reportMilestone(paris, { ideaId, by, now, milestone: { ...step, kind, doneOn }, photo: null })

test('T24: the instructor dates each step of what was promised, and of nothing that was not', async () => {
  const [{ id: ideaId }, declined] = [
    await answered('opinion_favourable'),
    await answered('opinion_unfavourable'),
  ]
  expect(await report(declined.id, instructor, 'planned')).toEqual(no('not_now'))
  expect(await report(ideaId, signatory, 'planned')).toEqual(no('out_of_scope'))
  expect(await report(ideaId, instructor, 'planned', '9999-01-01')).toEqual(no('future_day'))
  for (const id of [ideaId, declined.id]) await leavesNothing('T24', at(id))
  expect(await report(ideaId, instructor, 'planned')).toMatchObject(yesDone)
  expect(await leaves('T24', at(ideaId))).toMatchObject({ milestone: 'planned' })
  expect(await report(ideaId, instructor, 'delivered')).toMatchObject(yesDone)
})

test('T25: only a signatory gives up what was promised, and only what is under way', async () => {
  const [{ id: ideaId }, unplanned] = [
    await answered('opinion_favourable'),
    await answered('opinion_favourable'),
  ]
  await report(ideaId, instructor, 'planned')
  expect(await report(ideaId, instructor, 'abandoned')).toEqual(no('only_a_signatory'))
  expect(await report(unplanned.id, signatory, 'abandoned')).toEqual(no('not_now'))
  for (const id of [ideaId, unplanned.id]) await leavesNothing('T25', at(id))
  expect(await report(ideaId, signatory, 'abandoned')).toMatchObject(yesDone)
  await leaves('T25', at(ideaId))
})

test('T29: a signatory of the place takes it up before anything obliges to, while it gathers', async () => {
  const { id: ideaId } = await anIdea(paris, { districtCode: '75-1', authorId: admin.id })
  const elsewhere = await someone('signatory', { scopeKind: 'district', scopeValue: '75-2' })
  const takeUp = (by: Examiner, id = ideaId) => takeUpEarly(paris, { ideaId: id, text, by, now })
  expect(await takeUp({ ...signatory, id: admin.id })).toEqual(no('own_idea'))
  for (const by of [instructor, elsewhere]) expect(await takeUp(by)).toEqual(no('elsewhere'))
  expect(await takeUp(signatory, (await aRight()).id)).toEqual(no('cannot_take_up'))
  await leavesNothing('T29', at(ideaId))
  expect(await takeUp(signatory)).toMatchObject(yesDone)
  expect(await leaves('T29', at(ideaId))).toMatchObject({ text })
})

test('T30: an administrator leads from what was accepted to where it goes on, and from nothing else', async () => {
  const [{ id: ideaId }, declined] = [
    await answered('opinion_favourable'),
    await answered('opinion_unfavourable'),
  ]
  const into = { into: 'Le jardin des Poissonniers', url: 'https://projets.ville.test/jardin' }
  const become = (id: string, by: Examiner) => becomeProject(paris, { ideaId: id, ...into, by, now })
  for (const by of [instructor, signatory]) expect(await become(ideaId, by)).toEqual(no('out_of_scope'))
  expect(await become(declined.id, admin)).toEqual(no('not_now'))
  for (const id of [ideaId, declined.id]) await leavesNothing('T30', at(id))
  expect(await become(ideaId, admin)).toMatchObject(yesDone)
  expect(await leaves('T30', at(ideaId))).toMatchObject(into)
})
