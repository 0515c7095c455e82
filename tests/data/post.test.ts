import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { people } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { record } from '@/lib/journal/commands'
import { bounceIn } from '@/lib/mail/bounces/rules'
import { takeBack } from '@/lib/mail/bounces/commands'
import { reportIn } from '@/lib/mail/bounces/report'
import { readReturnPath, returnPathOf } from '@/lib/mail/bounces/return-path'
import { compose } from '@/lib/mail/compose'
import { dropLetter, tryAgain } from '@/lib/mail/dead/commands'
import { findPost } from '@/lib/mail/dead/queries'
import { maskedAddress } from '@/lib/mail/dead/rules'
import { carry } from '@/lib/mail/jobs'
import { takeLetters } from '@/lib/mail/outbox/commands'
import { listTaken } from '@/lib/mail/outbox/queries'
import { openLine } from '@/lib/mail/transport'
import { tellOf } from '@/lib/notifications/jobs'
import { tryMailboxAgain } from '@/lib/notifications/preferences/commands'
import { findLetterChoices } from '@/lib/notifications/preferences/queries'
import { AskForLink } from '@/lib/people/sign-in/input'
import { anIdea } from '../support/factories'
import { after, happens, letterNow, lettersOf, marsa, noon, paris, someone } from '../support/letters'
import { aMailServer } from '../support/mail-server'

let mail: Awaited<ReturnType<typeof aMailServer>>
beforeAll(async () => {
  mail = await aMailServer()
  process.env.SMTP_URL = mail.url
})
beforeEach(() => {
  mail.be('kind')
  mail.received.length = 0
})
afterAll(() => mail.close())

/** An author, and the letter that tells them of their publication. */
async function aLetter(person = {}, idea = {}) {
  const personId = await someone(person)
  const { id } = await anIdea(paris, { authorId: personId, ...idea })
  const [letter] = await lettersOf([await happens('published', id)])
  return { ...letter!, personId, ideaId: id }
}

test.each([
  ['a title with a header in it', {}, { title: 'x\r\nBcc: v@exemple.fr' }],
  ['a name with an address in it', { name: '"a" <v@exemple.fr>' }, {}],
  ['a name with a new line', { name: 'a\r\nBcc: v@exemple.fr' }, {}],
])('%s reaches one person, under the same headers as any other', async (_, person, idea) => {
  await (await aLetter()).leave()
  await (await aLetter(person, idea)).leave()
  const [plain, poisoned] = mail.received
  expect(poisoned!.recipients).toHaveLength(1)
  expect(poisoned!.headers.map(({ key }) => key)).toEqual(plain!.headers.map(({ key }) => key))
})

test.each([
  'a＠evil.test@x',
  'a@x,b@y',
  'a@exemple.fr\r\nBcc: v@exemple.fr',
  '<v@exemple.fr>',
  'a b@exemple.fr',
])('no letter is asked for at %j', (email) => expect(AskForLink.safeParse({ email }).success).toBe(false))

test('killed between sending and noting it, a worker’s letter comes again under the same name', async () => {
  const { letterId, leave } = await aLetter()
  const ids = await takeLetters(paris, { now: noon, most: 1, only: letterId })
  const [waiting] = await listTaken(paris, ids)
  const line = openLine()
  await line.post(compose(paris, waiting!)!)
  line.close()
  await leave(after(noon, 0.01))
  expect(mail.received).toHaveLength(1)
  await leave(after(noon, 0.1))
  await leave(after(noon, 0.2))
  expect(mail.received.map(({ messageId }) => messageId)).toEqual(
    Array.from({ length: 2 }, () => mail.received[0]!.messageId),
  )
  expect(await letterNow(letterId)).toMatchObject({ state: 'sent' })
})

test('two workers at once send each letter once, also to a slow server', async () => {
  mail.be('slow')
  const letters = await Promise.all(Array.from({ length: 8 }, () => aLetter()))
  await Promise.all([...letters, ...letters.toReversed()].map(({ leave }) => leave()))
  expect(mail.received).toHaveLength(8)
  expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(8)
})

test('a full mailbox is tried again later; one that does not exist is left alone until its owner says otherwise', async () => {
  const { personId, ideaId, letterId, leave } = await aLetter()
  mail.be('full')
  await leave()
  expect(await letterNow(letterId)).toMatchObject({ state: 'waiting', attempts: 1 })
  mail.be('refusing')
  await leave(after(noon, 1))
  expect(await letterNow(letterId)).toMatchObject({ state: 'failed' })
  mail.be('kind')
  const tomorrow = after(noon, 24)
  const [next] = await lettersOf([await happens('refused', ideaId, { at: tomorrow })], { at: tomorrow })
  await next!.leave(tomorrow)
  expect(await letterNow(next!.letterId)).toMatchObject({ state: 'dropped' })
  expect((await findLetterChoices(paris, personId)).refused).not.toBeNull()
  await tryMailboxAgain(paris, personId)
  const later = after(noon, 48)
  const [last] = await lettersOf([await happens('submitted', ideaId, { at: later })], { at: later })
  await last!.leave(later)
  expect(mail.received).toHaveLength(1)
})

test('an administrator sees what failed and why, never an address, and sends it again or gives it up', async () => {
  const email = `${randomUUID()}@exemple.fr`
  const { letterId, leave } = await aLetter({ email })
  mail.be('refusing')
  await leave()
  const shown = (await findPost(paris, noon)).failed.find(({ id }) => id === letterId)!
  expect(shown.reason).toContain('no such mailbox')
  expect(JSON.stringify(shown)).not.toContain(email)
  expect(await tryAgain(marsa, { letterId, now: noon })).toMatchObject({ refusal: 'not_there' })
  mail.be('kind')
  await tryAgain(paris, { letterId, now: noon })
  await leave()
  expect(mail.received).toHaveLength(1)
  expect(await dropLetter(paris, { letterId, now: noon })).toMatchObject({ refusal: 'not_there' })
  expect(maskedAddress('fatou.diallo@exemple.fr')).toBe('f•••@e•••.fr')
})

const report = (status: string) =>
  new TextEncoder().encode(
    [
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.exemple.fr',
      '',
      'Final-Recipient: rfc822; someone@exemple.fr',
      'Action: failed',
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '--b--',
      '',
    ].join('\r\n'),
  ).buffer as ArrayBuffer

test('a letter that comes back days later is known for what it is, and nobody can make one up', async () => {
  process.env.BOUNCES = '1'
  const { personId, letterId, leave } = await aLetter()
  await leave()
  const sentTo = returnPathOf(paris, letterId, 'decider.paris.localhost')
  delete process.env.BOUNCES
  const extension = sentTo.slice('bounces+'.length, sentTo.indexOf('@'))
  expect(sentTo.indexOf('@')).toBeLessThanOrEqual(64)
  expect(readReturnPath(paris, extension.toUpperCase())).toBe(letterId)
  expect(readReturnPath(marsa, extension)).toBeNull()
  expect(readReturnPath(paris, `${randomUUID().replaceAll('-', '')}.${extension.split('.')[1]}`)).toBeNull()

  expect(bounceIn(await reportIn(report('4.4.1')))).toBeNull()
  expect(bounceIn(await reportIn(new TextEncoder().encode('hello').buffer as ArrayBuffer))).toBeNull()
  const bounce = bounceIn(await reportIn(report('5.1.1')))!
  await takeBack(paris, { letterId, bounce, now: noon })
  expect(await letterNow(letterId)).toMatchObject({ state: 'failed' })
  expect((await findLetterChoices(paris, personId)).refused).toMatchObject({
    reason: '550 5.1.1 User unknown',
  })
})

test('the letter of someone who left meanwhile does not leave', async () => {
  const { personId, letterId, leave } = await aLetter()
  await inTenant(paris, (db) =>
    db.update(people).set({ email: null, name: null, deletedAt: noon }).where(eq(people.id, personId)),
  )
  await leave()
  expect(mail.received).toEqual([])
  expect(await letterNow(letterId)).toMatchObject({ state: 'dropped' })
})

test('killed between the commit and the letter, what happened is told once after the restart', async () => {
  const author = await someone()
  const { id: aboutId } = await anIdea(paris, { authorId: author })
  const entry = { byId: null, byRole: 'system', visibility: 'public', detail: {} } as const
  const now = new Date()
  const eventId = await inTenant(paris, (db) => record(db, { kind: 'refused', aboutId, at: now, ...entry }))
  const owner = connectAsOwner(process.env.SUPERUSER_DATABASE_URL ?? '')
  const asked = await owner`
    select key from graphile_worker.jobs where key = ${`${paris.id}:letters.for_event:${eventId}`}`
  await owner.end()
  expect(asked).toHaveLength(1)
  for (let restart = 0; restart < 3; restart++) {
    await tellOf({ eventId }, { tenant: paris, now: noon })
    for (const { leave } of await lettersOf([eventId])) await leave()
  }
  expect(mail.received).toHaveLength(1)
})

test('the same row of the outbox carried again sends nothing more', async () => {
  const { letterId, leave } = await aLetter()
  await leave()
  await leave(after(noon, 1))
  expect(await takeLetters(paris, { now: after(noon, 2), most: 10, only: letterId })).toEqual([])
  expect(mail.received).toHaveLength(1)
})

test('asked for four times at once, what is due leaves, once', async () => {
  const due = await Promise.all(Array.from({ length: 5 }, () => aLetter()))
  const turns = Array.from({ length: 4 }, () => carry({}, { tenant: paris, now: noon }))
  await Promise.all(turns)
  const states = await Promise.all(due.map(({ letterId }) => letterNow(letterId)))
  expect(states.map(({ state, attempts }) => [state, attempts])).toEqual(due.map(() => ['sent', 1]))
})
