import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { comments, grants, journal, notices } from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { inTenant } from '@/lib/db'
import { fileAppeal, rejectAppeal } from '@/lib/moderation/appeals/commands'
import { findStatement } from '@/lib/moderation/decisions/queries'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { tell } from '@/lib/notifications/telling/commands'
import { belleville as city } from '@/tenants/belleville'
import { aMember, anOrganisation } from '../../support/agir'
import { aCity } from '../../support/cities'
import { aReader, published, reported, taskOf, why } from '../../support/desk'
import { aPerson } from '../../support/factories'
import { owned } from '../../support/organisations'

const now = new Date()
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(city, work)

/** The last of this kind about a thing, told; and what each of these people heard of it. */
async function heard(kind: 'appeal_to_read' | 'comment_appeal_rejected', aboutId: string, people: string[]) {
  const of = and(eq(journal.kind, kind), eq(journal.aboutId, aboutId))
  const [event] = await inCity((db) => db.select().from(journal).where(of))
  await tell(city, event!.id, now)
  const rows = await inCity((db) => db.select().from(notices).where(eq(notices.eventId, event!.id)))
  const as = people.map((id) => rows.find(({ personId }) => personId === id)?.reader ?? null)
  return { as, detail: event!.detail as Record<string, unknown> }
}

async function aReaderOf(districtCode: string) {
  const personId = await aPerson(city)
  const scope = { scopeKind: 'district', scopeValue: districtCode } as const
  const role = { personId, role: 'moderator', startsAt: new Date(0), ...scope } as const
  await inCity((db) => db.insert(grants).values(role))
  return personId
}

test('an appeal about a page is told to who may answer it where it is, never to who decided nor to one of its own people', async () => {
  const districtCode = 'centre-ville'
  const { organisationId, slug, personId } = await owned({ districtCode })
  const [first, other, member] = [await aReader(), await aReader(), await aReader()]
  const [near, far] = [await aReaderOf(districtCode), await aReaderOf('ailleurs')]
  await aMember(city, organisationId, member)
  const taken = await takeUp(city, { kind: 'organisation', address: slug, byId: first, now })
  if (!taken.ok) throw new Error(taken.refusal)
  const hidden = { taskId: taken.value.taskId, byId: first, now, code: 'spam', text: why, groundText: null }
  await hideSubject(city, { ...hidden, code: 'spam' })
  const appeal = { kind: 'organisation', subjectId: organisationId, personId, text: why, now } as const
  expect(await fileAppeal(city, appeal)).toMatchObject({ ok: true })

  const told = await heard('appeal_to_read', organisationId, [first, other, member, near, far, personId])
  expect(told.as).toEqual([null, 'moderators', null, 'moderators', null, null])
  const task = await taskOf(organisationId, 'appeal')
  expect(told.detail).toMatchObject({ path: `/moderation/${task}`, on: 'agir', title: expect.any(String) })
})

test('whoever wrote a comment hears that their appeal is rejected, and why; who reads it hears nothing it says', async () => {
  const [{ ideaId }, personId, first, second] = [
    await published(),
    await aPerson(city),
    await aReader(),
    await aReader(),
  ]
  const said = { ideaId, parentId: null, body: 'Les gens d’en face volent.', locale: 'fr', personId, now }
  await writeComment(city, { ...said, stance: 'against' })
  const [comment] = await inCity((db) => db.select().from(comments).where(eq(comments.ideaId, ideaId)))
  const id = comment!.id
  await reported(id, { kind: 'comment' })
  const act = { taskId: await taskOf(id, 'report'), byId: first, now }
  await hideSubject(city, { ...act, code: 'offensive', text: why, groundText: null })
  await fileAppeal(city, { kind: 'comment', subjectId: id, personId, text: why, now })
  const waiting = await heard('appeal_to_read', id, [first, second])
  expect(waiting.as).toEqual([null, 'moderators'])
  expect(waiting.detail).not.toHaveProperty('title')

  const answer = 'Cette phrase accuse des personnes : elle reste masquée.'
  const reply = { taskId: await taskOf(id, 'appeal'), byId: second, text: answer, now }
  expect(await rejectAppeal(city, reply)).toMatchObject({ ok: true })
  const told = await heard('comment_appeal_rejected', ideaId, [personId, second])
  expect(told.as).toEqual(['named', null])
  expect(told.detail).toMatchObject({ text: answer, path: `/mes-commentaires/${id}` })
})

test('how long one may disagree, and how soon another answers, is the city’s to say', async () => {
  const patient = await aCity({ ideas: { ...city.ideas, appealDays: 60, appealAnswerDays: 10 } })
  const [personId, byId] = [await aPerson(patient), await aPerson(patient, { role: 'moderator' })]
  const { id, slug } = await anOrganisation(patient, { createdById: personId })
  const taken = await takeUp(patient, { kind: 'organisation', address: slug!, byId, now })
  if (!taken.ok) throw new Error(taken.refusal)
  const { taskId } = taken.value
  await hideSubject(patient, { taskId, byId, now, code: 'spam', text: why, groundText: null })
  await fileAppeal(patient, { kind: 'organisation', subjectId: id, personId, text: why, now })
  const said = (await findStatement(patient, id, personId))!
  const daysTo = (at: Date | null) => Math.floor((at!.getTime() - now.getTime()) / 86_400_000)
  expect([daysTo(said.appealUntil), daysTo(said.appealDueAt), said.answerDays]).toEqual([60, 10, 10])
})
