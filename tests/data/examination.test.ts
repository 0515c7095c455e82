import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { ideas, journal, obligations, opinions, studies } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { acknowledge, admit, keepStudy, takeCharge, waiveDuty } from '@/lib/ideas/examination/commands'
import { reportMilestone } from '@/lib/ideas/examination/milestones/commands'
import { prepareOpinion, reopen, signOpinion } from '@/lib/ideas/examination/opinions/commands'
import { findFile, listFiles } from '@/lib/ideas/examination/queries'
import { answerQuestion, askAuthor } from '@/lib/ideas/examination/questions/commands'
import { type Examiner, studyCriteria } from '@/lib/ideas/examination/rules'
import { findPublicIdea } from '@/lib/ideas/queries'
import type { GrantedRole } from '@/lib/people/rules'
import { paris } from '@/tenants/paris'
import { anIdea, aPerson } from '../support/factories'

const now = new Date()
const day = 86_400_000
const reachedAt = new Date(now.getTime() - 9 * day)

async function someone(role: GrantedRole, scope?: Partial<Examiner['grants'][number]>): Promise<Examiner> {
  const id = await aPerson(paris, { name: `Une personne ${role}` })
  return { id, grants: [{ role, scopeKind: 'city', scopeValue: null, ...scope }] }
}

let instructor: Examiner, signatory: Examiner, admin: Examiner
beforeAll(async () => {
  instructor = await someone('instructor')
  signatory = await someone('signatory')
  admin = await someone('admin')
})

async function aRight(detail: Partial<typeof ideas.$inferInsert> = {}) {
  const authorId = await aPerson(paris)
  const idea = await anIdea(paris, { collection: 'reached', reachedAt, authorId, ...detail })
  await certifyIdeas(paris)
  return { ...idea, authorId }
}
const criteria = Object.fromEntries(studyCriteria.map((one) => [one, { holds: 'yes' as const, note: '' }]))
const study = {
  criteria,
  costLowCents: 100_000,
  costHighCents: 200_000,
  runningCostCents: null,
  calendar: null,
  legalNote: null,
}
const words = 'La Ville a étudié la demande avec les services et les riverains. '
const opinion = {
  decision: 'favourable' as const,
  understood: words,
  competence: words,
  cost: words,
  legalFrame: words,
  alternatives: words,
  reasons: words.repeat(5),
  next: words,
  nextOn: '2027-03-01',
}
const step = {
  body: 'Le chantier avance comme prévu.',
  plannedOn: null,
  doneOn: '2026-11-01',
  reference: null,
  url: null,
}

async function underStudy(ideaId: string) {
  await takeCharge(paris, { ideaId, departmentId: 'voirie', by: instructor, now })
  await admit(paris, { ideaId, by: instructor, now, text: 'Cela relève de la Ville.' })
  await keepStudy(paris, { ideaId, by: instructor, now, study })
}
async function answered(ideaId: string, decision: 'favourable' | 'unfavourable' = 'favourable') {
  await underStudy(ideaId)
  await prepareOpinion(paris, { ideaId, by: instructor, now, opinion: { ...opinion, decision } })
  return signOpinion(paris, { ideaId, by: signatory, now, title: 'Adjointe' })
}
const owed = (ideaId: string) =>
  inTenant(paris, async (db) => {
    const rows = await db.select().from(obligations).where(eq(obligations.ideaId, ideaId))
    return rows.filter(({ metAt, waivedAt }) => !metAt && !waivedAt).map(({ kind }) => kind)
  })
const stateOf = (slug: string) => findPublicIdea(paris, slug)

test('from a certified right to what is delivered, each duty is met by the act it asks for', async () => {
  const { id: ideaId, slug } = await aRight()
  await acknowledge(paris, { ideaId, by: instructor, now })
  expect(await owed(ideaId)).not.toContain('acknowledge')
  await takeCharge(paris, { ideaId, departmentId: 'voirie', by: instructor, now })
  expect(await owed(ideaId)).toEqual(['admissibility', 'opinion'])
  await admit(paris, { ideaId, by: instructor, now, text: 'Cela relève de la Ville.' })
  await keepStudy(paris, { ideaId, by: instructor, now, study })
  await prepareOpinion(paris, { ideaId, by: instructor, now, opinion })
  expect((await stateOf(slug))!.story.opinions).toEqual([])
  expect(await signOpinion(paris, { ideaId, by: signatory, now, title: 'Adjointe' })).toMatchObject({
    ok: true,
  })
  expect(await owed(ideaId)).toEqual(['inform_progress'])

  for (const kind of ['deliberation', 'works', 'delivered'] as const) {
    const milestone = { ...step, kind }
    expect(
      await reportMilestone(paris, { ideaId, by: instructor, now, milestone, photo: null }),
    ).toMatchObject({ ok: true })
  }
  const idea = await stateOf(slug)
  expect(idea).toMatchObject({ examination: 'opinion_favourable', delivery: 'delivered' })
  expect(idea!.story.opinions[0]).toMatchObject({ decision: 'favourable', signedTitle: 'Adjointe' })
  expect(idea!.story.milestones.map(({ kind }) => kind)).toEqual(['deliberation', 'works', 'delivered'])
  expect(await owed(ideaId)).toEqual([])
  expect(idea!.entries.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'examination_due',
      'acknowledged',
      'examination_started',
      'study_started',
      'opinion',
    ]),
  )
})

describe('an opinion', () => {
  test('is not signed by who wrote it, nor by somebody without the right', async () => {
    const { id: ideaId } = await aRight()
    await underStudy(ideaId)
    const both: Examiner = { ...instructor, grants: [...instructor.grants, ...signatory.grants] }
    await prepareOpinion(paris, { ideaId, by: both, now, opinion })
    const sign = (by: Examiner) => signOpinion(paris, { ideaId, by, now, title: 'Adjointe' })
    expect(await sign(both)).toMatchObject({ refusal: 'own_opinion' })
    expect(await sign(instructor)).toMatchObject({ refusal: 'out_of_scope' })
    expect(await sign(admin)).toMatchObject({ refusal: 'out_of_scope' })
  })

  test('wants its table filled, and its cost when it promises something', async () => {
    const { id: ideaId } = await aRight()
    await underStudy(ideaId)
    await prepareOpinion(paris, { ideaId, by: instructor, now, opinion })
    const sign = () => signOpinion(paris, { ideaId, by: signatory, now, title: 'Adjointe' })
    await keepStudy(paris, { ideaId, by: instructor, now, study: { ...study, criteria: {} } })
    expect(await sign()).toMatchObject({ refusal: 'criteria_missing' })
    const free = { ...study, costLowCents: null, costHighCents: null }
    await keepStudy(paris, { ideaId, by: instructor, now, study: free })
    expect(await sign()).toMatchObject({ refusal: 'cost_missing' })
  })

  test('stays as it was signed, whoever tries, and follows a reopening with another', async () => {
    const { id: ideaId, slug } = await aRight()
    await answered(ideaId, 'unfavourable')
    const rewrite = inTenant(paris, (db) =>
      db.update(opinions).set({ reasons: 'x' }).where(eq(opinions.ideaId, ideaId)),
    )
    await expect(rewrite).rejects.toThrow()
    expect(
      await reopen(paris, { ideaId, by: signatory, now, text: 'Un nouveau conseil a été élu.' }),
    ).toMatchObject({ ok: true })
    expect(await owed(ideaId)).toEqual(['opinion'])
    await prepareOpinion(paris, { ideaId, by: instructor, now, opinion })
    await signOpinion(paris, { ideaId, by: signatory, now, title: 'Adjointe' })
    const { story } = (await stateOf(slug))!
    expect(story.opinions.map(({ decision }) => decision)).toEqual(['favourable', 'unfavourable'])
  })
})

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

test('the file of an idea is one row, whoever takes it', async () => {
  const { id: ideaId } = await aRight()
  await underStudy(ideaId)
  const other = await someone('instructor')
  await takeCharge(paris, { ideaId, departmentId: 'proprete', by: other, now })
  const rows = await inTenant(paris, (db) => db.select().from(studies).where(eq(studies.ideaId, ideaId)))
  expect(rows).toMatchObject([{ departmentId: 'proprete', instructorId: other.id, costLowCents: 100_000 }])
})
