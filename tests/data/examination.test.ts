import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { opinions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { acknowledge, admit, keepStudy, takeCharge } from '@/lib/ideas/examination/commands'
import { reportMilestone } from '@/lib/ideas/examination/milestones/commands'
import { prepareOpinion, reopen, signOpinion } from '@/lib/ideas/examination/opinions/commands'
import { type Examiner } from '@/lib/ideas/examination/rules'
import { paris } from '@/tenants/paris'
import {
  now,
  instructor,
  signatory,
  admin,
  aRight,
  study,
  opinion,
  step,
  underStudy,
  answered,
  owed,
  stateOf,
} from '../support/examinations'

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

  test('edge 37: stays as it was signed, whoever tries, and follows a reopening with another', async () => {
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
