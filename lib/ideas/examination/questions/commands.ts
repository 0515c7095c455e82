import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { ideas, questions } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { applyChange } from '../../changes/commands'
import { mayChange } from '../../changes/rules'
import { type Act, type Result, takeFile } from '../commands'
import { type ExaminationRefusal, mostQuestions } from '../rules'

type City = Parameters<typeof inTenant>[0]

/** The city asks the author something; everyone reads it unless there is a reason that they should not. */
export function askAuthor(
  tenant: City,
  { body, isPublic, ...act }: Act & { body: string; isPublic: boolean },
): Result {
  const { ideaId, by, now } = act
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'instructor')
    if (!file.ok) return file
    if (!mayChange(file.value.idea, 'ask')) return refused('not_now')
    const asked = await db.$count(questions, eq(questions.ideaId, ideaId))
    if (asked >= mostQuestions) return refused('too_many_questions')
    const [row] = await db
      .insert(questions)
      .values({ ideaId, body, isPublic, askedById: by.id, askedAt: now })
      .returning({ id: questions.id })
    await applyChange(db, file.value.idea, 'ask', {
      byId: by.id,
      byRole: 'instructor',
      now,
      detail: { questionId: row!.id, ...(isPublic && { text: body }) },
      visibility: isPublic ? 'public' : 'internal',
    })
    return done(undefined)
  })
}

/** The author answers, once, from their own page. */
export function answerQuestion(
  tenant: City,
  { questionId, answer, personId, now }: { questionId: string; answer: string; personId: string; now: Date },
): Promise<Outcome<undefined, ExaminationRefusal>> {
  return inTenant(tenant, async (db) => {
    const [question] = await db.select().from(questions).where(eq(questions.id, questionId))
    if (!question) return refused('not_there')
    const [idea] = await db.select().from(ideas).where(eq(ideas.id, question.ideaId)).for('no key update')
    if (!idea || idea.authorId !== personId) return refused('not_there')
    if (!mayChange(idea, 'answer')) return refused('not_now')
    const answered = await db
      .update(questions)
      .set({ answer, answeredAt: now })
      .where(and(eq(questions.id, questionId), isNull(questions.answeredAt)))
      .returning({ id: questions.id })
    if (answered.length === 0) return refused('answered_already')
    await applyChange(db, idea, 'answer', {
      byId: personId,
      byRole: 'author',
      now,
      detail: { questionId, ...(question.isPublic && { text: answer }) },
      visibility: question.isPublic ? 'public' : 'internal',
    })
    return done(undefined)
  })
}
