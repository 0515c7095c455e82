import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { journal, messages, tasks } from '@/drizzle/schema'
import { markRead, writeMessage } from '@/lib/agir/conversations/commands'
import { findConversation } from '@/lib/agir/conversations/reading/queries'
import { reportMessage } from '@/lib/agir/conversations/reports/commands'
import { tellUnread } from '@/lib/agir/conversations/telling/commands'
import { inTenant } from '@/lib/db'
import { noticeLetter } from '@/lib/mail/notice-letter'
import { listTaken } from '@/lib/mail/outbox/queries'
import { ReportInput } from '@/lib/moderation/reports/input'
import { findReportable } from '@/lib/moderation/reports/queries'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { findTask } from '@/lib/moderation/desk/queries'
import { tell } from '@/lib/notifications/telling/commands'
import { forgetSome } from '@/lib/people/retention/commands'
import { anActivity } from '../../support/agir'
import { aConversation } from '../../support/conversations'
import { why } from '../../support/desk'
import { aPerson } from '../../support/factories'
import { after, lettersOf, noon, noticesOf, paris, someone } from '../../support/letters'

const body = 'Le rendez-vous est devant la grille, côté rue.'

/** A question that was answered just now, before whoever asked had any letter. */
async function answered() {
  const [asker, organiser] = [await someone(), await someone({ name: 'Karim Belkacem' })]
  const { id: activityId } = await anActivity(paris, { organiserId: organiser })
  const at = after(noon, -1)
  const { conversation, message } = await aConversation(paris, { personId: asker, activityId, at })
  await inTenant(paris, (db) => db.update(messages).set({ toldAt: at }).where(eq(messages.id, message)))
  await write(conversation, organiser, noon)
  return { asker, organiser, conversation, question: message }
}
const write = (conversationId: string, personId: string, now: Date) =>
  writeMessage(paris, { conversationId, body, personId, now })
const minutes = (count: number) => after(noon, count / 60)

/** What somebody is told at this minute, in letters. */
async function lettersTo(personId: string, at: Date) {
  const before = await noticesOf(personId)
  const written = await lettersOf(
    before.map(({ eventId }) => eventId),
    { at },
  )
  const ids = written.filter((one) => one.personId === personId).map(({ letterId }) => letterId)
  return (await listTaken(paris, ids)).map((waiting) =>
    noticeLetter({ tenant: paris, locale: 'fr' }, waiting)!,
  )
}

async function toldTo(personId: string, at: Date) {
  await tellUnread(paris, at)
  const events = await inTenant(paris, (db) =>
    db.select().from(journal).where(eq(journal.kind, 'message_waiting')),
  )
  const own = events.filter(({ detail }) => (detail as { tell: string[] }).tell.includes(personId))
  for (const { id } of own) await tell(paris, id, at)
  return own.length
}

describe('what waits to be read', () => {
  test('is told by one letter with its words once some minutes have passed, until they come and look', async () => {
    const { asker, organiser, conversation } = await answered()
    expect(await toldTo(asker, minutes(4))).toBe(0)
    expect(await toldTo(asker, minutes(6))).toBe(1)
    const [letter] = await lettersTo(asker, minutes(6))
    expect(letter!.quoted).toEqual({ title: 'Planter des bulbes au square', text: body })
    expect(letter!.button.href).toMatch(new RegExp(`/messages/${conversation}$`))
    expect(JSON.stringify(letter)).not.toContain('Belkacem')

    await write(conversation, organiser, minutes(7))
    await write(conversation, organiser, minutes(8))
    expect(await toldTo(asker, minutes(20))).toBe(1)
    await markRead(paris, { conversationId: conversation, personId: asker, now: minutes(21) })
    await write(conversation, organiser, minutes(22))
    expect(await toldTo(asker, minutes(30))).toBe(2)
  })

  test('is not told to whoever has read it meanwhile', async () => {
    const { asker, conversation } = await answered()
    await markRead(paris, { conversationId: conversation, personId: asker, now: minutes(2) })
    expect(await toldTo(asker, minutes(6))).toBe(0)
  })
})

describe('a message that is reported', () => {
  const said = { reason: 'offensive' as const, text: why, locale: 'fr' as const, from: '203.0.113.9' }
  const report = (messageId: string, personId: string, withContext: boolean) =>
    reportMessage(paris, { ...said, messageId, personId, withContext, now: noon })
  async function answerIn(conversation: string, personId: string) {
    const read = (await findConversation(paris, conversation, personId))!
    return read.messages.at(-1)!.id
  }

  test.each([
    [false, false],
    [true, true],
  ])('is read by the desk with what came before only if so chosen: %s', async (withContext, isShown) => {
    const { asker, organiser, conversation } = await answered()
    const messageId = await answerIn(conversation, asker)
    expect(await report(messageId, organiser, true)).toMatchObject({ refusal: 'own_message' })
    expect(await report(messageId, await someone(), true)).toMatchObject({ refusal: 'not_there' })
    expect(await report(messageId, asker, withContext)).toMatchObject({ ok: true })
    const [task] = await inTenant(paris, (db) =>
      db.select().from(tasks).where(eq(tasks.subjectId, messageId)),
    )
    const byId = await aPerson(paris, { role: 'moderator' })
    const grants = [{ role: 'moderator', scopeKind: 'city', scopeValue: null }] as never
    const read = (await findTask(paris, { id: task!.id, reader: { id: byId, grants } }))!
    expect(read.subject!.text.includes('gants')).toBe(isShown)
    expect(read.subject!.text).toContain(body)

    const act = { taskId: task!.id, byId, now: noon, code: 'offensive', text: why, groundText: null } as const
    expect(await hideSubject(paris, act)).toMatchObject({ ok: true })
    const shown = (await findConversation(paris, conversation, asker))!.messages.at(-1)!
    expect(shown.state).toBe('hidden')
    expect(shown.body).toBe('')
    expect((await findConversation(paris, conversation, organiser))!.messages.at(-1)!.body).toBe(body)
  })

  test('that nobody reported is nobody’s to look at: not by its id, nor by a reader’s own initiative', async () => {
    const { question } = await answered()
    expect(await findReportable(paris, 'message', question)).toBeNull()
    const taken = await takeUp(paris, {
      kind: 'message',
      address: question,
      byId: await aPerson(paris, { role: 'moderator' }),
      now: noon,
    })
    expect(taken).toMatchObject({ ok: false })
    const form = { kind: 'message', subjectId: question, reason: 'spam', text: why, goodFaith: 'on' }
    expect(ReportInput.safeParse(form).success).toBe(false)
  })
})

test('twelve months after the last word, nothing of it is left', async () => {
  const { asker, conversation } = await answered()
  await forgetSome(paris, 'messages', after(noon, 364 * 24))
  expect(await findConversation(paris, conversation, asker)).not.toBeNull()
  await forgetSome(paris, 'messages', after(noon, 367 * 24))
  expect(await findConversation(paris, conversation, asker)).toBeNull()
})
