import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, studies } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { takeCharge, waiveDuty } from '@/lib/ideas/examination/commands'
import { reportMilestone } from '@/lib/ideas/examination/milestones/commands'
import { findFile, listFiles } from '@/lib/ideas/examination/queries'
import { answerQuestion, askAuthor } from '@/lib/ideas/examination/questions/commands'
import {
  type Examiner,
  type MilestoneKind,
  milestoneKinds,
  tellableMilestones,
} from '@/lib/ideas/examination/rules'
import { paris } from '@/tenants/paris'
import {
  now,
  someone,
  instructor,
  signatory,
  admin,
  aRight,
  step,
  underStudy,
  answered,
  owed,
  stateOf,
} from '../support/examinations'

test('nobody treats their own idea, nor one outside their role’s place', async () => {
  const own = await aRight({ authorId: instructor.id })
  expect(
    await takeCharge(paris, { ideaId: own.id, departmentId: 'voirie', by: instructor, now }),
  ).toMatchObject({ refusal: 'own_idea' })
  const { id: ideaId } = await aRight({ districtCode: '11' })
  const elsewhere = await someone('instructor', { scopeKind: 'district', scopeValue: '19' })
  expect(await takeCharge(paris, { ideaId, departmentId: 'voirie', by: elsewhere, now })).toMatchObject({
    refusal: 'out_of_scope',
  })
  expect(await findFile(paris, ideaId, elsewhere)).toBeNull()
  expect((await listFiles(paris, elsewhere)).map(({ id }) => id)).not.toContain(ideaId)
  expect(await takeCharge(paris, { ideaId, departmentId: 'inconnue', by: instructor, now })).toMatchObject({
    refusal: 'unknown_department',
  })
})

test('a question is public unless it is asked not to be, and answered once by its author', async () => {
  const { id: ideaId, slug, authorId } = await aRight()
  await underStudy(ideaId)
  await askAuthor(paris, { ideaId, by: instructor, now, body: 'Quel jour ?', isPublic: true })
  await askAuthor(paris, { ideaId, by: instructor, now, body: 'Votre adresse ?', isPublic: false })
  const file = (await findFile(paris, ideaId, instructor))!
  const answer = (questionId: string, personId: string) =>
    answerQuestion(paris, { questionId, answer: 'Le samedi.', personId, now })
  const [shown, kept] = file.questions
  expect(await answer(shown!.id, instructor.id)).toMatchObject({ refusal: 'not_there' })
  expect(await answer(shown!.id, authorId)).toMatchObject({ ok: true })
  expect(await answer(shown!.id, authorId)).toMatchObject({ refusal: 'answered_already' })
  expect(await answer(kept!.id, authorId)).toMatchObject({ ok: true })
  const idea = (await stateOf(slug))!
  expect(idea.story.questions).toMatchObject([{ body: 'Quel jour ?', answer: 'Le samedi.' }])
  expect(JSON.stringify(idea)).not.toContain('Votre adresse')
})

test('a waiver is public with its reason, and only an administrator gives one', async () => {
  const { id: ideaId, slug } = await aRight()
  const { duties } = (await stateOf(slug))!
  const reason = 'Le conseil municipal a déjà voté ce point en juin.'
  const waive = (by: Examiner) => waiveDuty(paris, { ideaId, by, now, obligationId: duties[0]!.id, reason })
  expect(await waive(instructor)).toMatchObject({ refusal: 'out_of_scope' })
  expect(await waive(admin)).toMatchObject({ ok: true })
  expect(await waive(admin)).toMatchObject({ refusal: 'nothing_owed' })
  const told = await inTenant(paris, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, ideaId), eq(journal.kind, 'duty_waived'))),
  )
  expect(told).toMatchObject([{ visibility: 'public', detail: { text: reason } }])
})

test('only a signatory abandons what was promised, with reasons', async () => {
  const { id: ideaId, slug } = await aRight()
  await answered(ideaId)
  const report = (by: Examiner, kind: 'planned' | 'abandoned') =>
    reportMilestone(paris, { ideaId, by, now, milestone: { ...step, kind }, photo: null })
  await report(instructor, 'planned')
  expect(await report(instructor, 'abandoned')).toMatchObject({ refusal: 'only_a_signatory' })
  expect(await report(signatory, 'abandoned')).toMatchObject({ ok: true })
  expect(await stateOf(slug)).toMatchObject({ delivery: 'abandoned' })
  expect(await owed(ideaId)).toEqual([])
})

test('no step is offered that would be refused to who is offered it', async () => {
  const promised = { collection: 'certified', examination: 'opinion_favourable' } as const
  for (const delivery of ['none', 'planned', 'in_progress', 'delivered', 'abandoned'] as const) {
    const { id: ideaId } = await aRight({ ...promised, certifiedAt: now, delivery })
    const file = (await findFile(paris, ideaId, instructor))!
    const offered = (who: 'isInstructor' | 'isSignatory') =>
      tellableMilestones(file, { isInstructor: false, isSignatory: false, [who]: true })
    const refusedTo = async (by: Examiner, kind: MilestoneKind) =>
      !(await reportMilestone(paris, { ideaId, by, now, milestone: { ...step, kind }, photo: null })).ok
    for (const kind of milestoneKinds) {
      if (!offered('isInstructor').includes(kind)) expect(await refusedTo(instructor, kind)).toBe(true)
      if (!offered('isSignatory').includes(kind)) expect(await refusedTo(signatory, kind)).toBe(true)
    }
    expect(offered('isSignatory')).toEqual(
      delivery === 'planned' || delivery === 'in_progress' ? ['abandoned'] : [],
    )
    const last = [...offered('isInstructor'), ...offered('isSignatory')].at(-1)!
    const by = last === 'abandoned' ? signatory : instructor
    expect(await refusedTo(by, last)).toBe(false)
  }
})

test('the file of an idea is one row, whoever takes it', async () => {
  const { id: ideaId } = await aRight()
  await underStudy(ideaId)
  const other = await someone('instructor')
  await takeCharge(paris, { ideaId, departmentId: 'proprete', by: other, now })
  const rows = await inTenant(paris, (db) => db.select().from(studies).where(eq(studies.ideaId, ideaId)))
  expect(rows).toMatchObject([{ departmentId: 'proprete', instructorId: other.id, costLowCents: 100_000 }])
})
