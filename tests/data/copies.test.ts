import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { questions } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { addAddendum } from '@/lib/ideas/authoring/commands'
import { takeCharge } from '@/lib/ideas/examination/commands'
import { answerQuestion, askAuthor } from '@/lib/ideas/examination/questions/commands'
import { copyOf } from '@/lib/people/copy/queries'
import { paris } from '@/tenants/paris'
import { aRight, now, someone } from '../support/answers'
import { anIdea, aPerson } from '../support/factories'

async function copyFor(personId: string): Promise<Record<string, unknown[]>> {
  let text = ''
  for await (const piece of copyOf(paris, personId, now)) text += piece
  return JSON.parse(text) as Record<string, unknown[]>
}

test('a copy holds what was added under an idea and answered to the city, in public or not', async () => {
  const [by, other] = [await someone('instructor'), await aPerson(paris)]
  const { id: ideaId, authorId } = await aRight()
  await takeCharge(paris, { ideaId, departmentId: 'voirie', by, now })
  for (const isPublic of [true, false])
    await askAuthor(paris, { ideaId, by, now, body: isPublic ? 'Quel jour ?' : 'Votre rue ?', isPublic })
  const asked = await inTenant(paris, (db) => db.select().from(questions).where(eq(questions.ideaId, ideaId)))
  for (const { id: questionId, body } of asked)
    await answerQuestion(paris, { questionId, answer: `À « ${body} » : oui.`, personId: authorId, now })
  await addAddendum(paris, { ideaId, personId: authorId, body: 'La réunion est le 3 mars.', now })
  const theirs = await copyFor(authorId)
  expect(theirs.addenda).toMatchObject([{ ideaId, body: 'La réunion est le 3 mars.' }])
  expect(theirs.answers!.map((one) => (one as { answer: string }).answer).sort()).toEqual([
    ...['À « Quel jour ? » : oui.', 'À « Votre rue ? » : oui.'],
  ])
  await anIdea(paris, { authorId: other })
  expect(await copyFor(other)).toMatchObject({ addenda: [], answers: [] })
})
