import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { people } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { bounceIn } from '@/lib/mail/bounces/rules'
import { takeBack } from '@/lib/mail/bounces/commands'
import { reportIn } from '@/lib/mail/bounces/report'
import { readReturnPath, returnPathOf } from '@/lib/mail/bounces/return-path'
import { compose } from '@/lib/mail/compose'
import { dropLetter, tryAgain } from '@/lib/mail/dead/commands'
import { findPost } from '@/lib/mail/dead/queries'
import { maskedAddress } from '@/lib/mail/dead/rules'
import { takeLetters } from '@/lib/mail/outbox/commands'
import { listTaken } from '@/lib/mail/outbox/queries'
import { openLine } from '@/lib/mail/transport'
import { tryMailboxAgain } from '@/lib/notifications/preferences/commands'
import { findLetterChoices } from '@/lib/notifications/preferences/queries'
import { AskForLink } from '@/lib/people/sign-in/input'
import { after, happens, letterNow, lettersOf, marsa, noon, paris } from '../support/letters'
import { mail, aLetter } from '../support/mailroom'

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

test('a mail server that is not there keeps nobody from acting; what it was to carry leaves later, once', async () => {
  const { letterId, leave } = await aLetter()
  const there = process.env.SMTP_URL
  process.env.SMTP_URL = 'smtp://127.0.0.1:9'
  await leave()
  process.env.SMTP_URL = there
  expect(await letterNow(letterId)).toMatchObject({
    state: 'waiting',
    lastError: expect.stringMatching(/\S/),
  })
  await leave(after(noon, 1))
  await leave(after(noon, 2))
  expect(mail.received).toHaveLength(1)
})

test('nor does one that takes the call and says nothing: it is left after some seconds', async () => {
  const { letterId, leave } = await aLetter()
  mail.be('mute')
  await leave()
  expect(await letterNow(letterId)).toMatchObject({
    state: 'waiting',
    lastError: expect.stringMatching(/\S/),
  })
  mail.be('kind')
  await leave(after(noon, 1))
  await leave(after(noon, 2))
  expect(mail.received).toHaveLength(1)
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
