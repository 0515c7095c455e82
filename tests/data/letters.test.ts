import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { grants, letterChoices, letters } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { followIdea } from '@/lib/ideas/supports/commands'
import type { Happening } from '@/lib/journal/rules'
import { send } from '@/lib/mail/jobs'
import { addressees } from '@/lib/mail/rules'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { askForLink } from '@/lib/people/sign-in/commands'
import { followInterest } from '@/lib/notifications/interests/commands'
import { metInAgir } from '../support/awaited'
import { aConsultation } from '../support/consultations'
import { anIdea } from '../support/factories'
import { after, happens, letterNow, lettersOf, marsa, noon, paris, said, someone } from '../support/letters'
import { mail } from '../support/mailroom'

const asStaff = ['moderator', 'instructor', 'area_admin', 'admin'] as const

test('the author and each follower get one letter when the threshold is reached', async () => {
  const [author, reader, quiet] = [
    await someone(),
    await someone({ locale: 'en' }),
    await someone({ wantsMail: false }),
  ]
  const idea = await anIdea(paris, { authorId: author, title: 'Une fontaine x\r\nBcc: v@exemple.fr' })
  for (const personId of [author, reader, quiet])
    await followIdea(paris, { ideaId: idea.id, personId, now: new Date() })
  const all = await lettersOf([await happens('threshold_reached', idea.id)])
  const written = all.filter(({ personId }) => [author, reader, quiet].includes(personId!))
  expect(written.map(({ personId }) => personId).sort()).toEqual([author, reader].sort())
  for (const { leave } of written) {
    await leave()
    await leave()
  }

  expect(mail.received).toHaveLength(2)
  const [toAuthor, toReader] = [
    'Votre idée a atteint 1 500 soutiens',
    'The threshold of 1,500 supports has been reached',
  ].map((subject) => mail.received.find((one) => one.subject?.replace(/\s/g, ' ') === subject))
  expect(toAuthor?.text).toContain('Bcc: v@exemple.fr')
  for (const letter of mail.received) {
    expect(letter.recipients).toHaveLength(1)
    expect(letter.bcc ?? []).toEqual([])
    expect(letter.headers.filter(({ key }) => key === 'to')).toHaveLength(1)
    expect(letter.html).toContain(`/idees/${idea.slug}`)
    for (const part of [letter.html, letter.text]) expect(part).toContain(paris.contact.address)
  }
  const stop = toReader!.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  const token = new URL(stop.slice(1, -1)).searchParams.get('jeton')!
  expect(readUnsubscribeToken(paris, token)).toEqual({
    what: 'idea',
    ideaId: idea.id,
    personId: reader,
  })
  expect(readUnsubscribeToken(marsa, token)).toBeNull()
  const own = toAuthor!.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
  expect(readUnsubscribeToken(paris, new URL(own.slice(1, -1)).searchParams.get('jeton')!)).toEqual({
    what: 'category',
    category: 'my_items',
    personId: author,
  })
})

test('a letter says in the reader’s own direction why a text was refused, and what to do', async () => {
  const author = await someone({ locale: 'ar' }, marsa)
  const idea = await anIdea(marsa, {
    authorId: author,
    title: 'مقعد في الظل',
    publication: 'refused',
    collection: 'not_started',
    slug: null,
    refusalCode: 'unclear',
    refusedAt: new Date(),
    refusalText: 'ينقص هذا النص تحديد المكان المقصود بدقة.',
  })
  const [letter] = await lettersOf([await happens('refused', idea.id, { city: marsa })], { city: marsa })
  await letter!.leave()
  const [received] = mail.received
  expect(received?.html).toContain('dir="rtl"')
  expect(received?.html).toContain('ينقص هذا النص تحديد المكان المقصود بدقة.')
  expect(received?.html).toContain(`/decider/mes-idees/${idea.id}`)
})

const kinds = Object.keys(addressees) as Happening[]
/** So many at a time that each goes through the post in a few seconds. */
const bundles = [0, 1, 2, 3, 4].map((part) => ({ bundle: kinds.filter((_, at) => at % 5 === part) }))

test.each(bundles)('every link of a letter leads to the city’s own address', async ({ bundle }) => {
  const consultation = await aConsultation()
  const mine: Awaited<ReturnType<typeof lettersOf>> = []
  for (const kind of bundle) {
    const reader = await someone()
    await inTenant(paris, (db) =>
      db.insert(grants).values(asStaff.map((role) => ({ personId: reader, role, startsAt: new Date(0) }))),
    )
    const idea = await anIdea(paris, { authorId: reader })
    await followIdea(paris, { ideaId: idea.id, personId: reader, now: noon })
    await followInterest(paris, {
      personId: reader,
      interest: { kind: 'consultations', value: 'all' },
      now: noon,
    })
    const atOnce = { personId: reader, frequency: 'at_once' } as const
    const choices = (['followed', 'consultations', 'desk'] as const).map((category) => ({
      ...atOnce,
      category,
    }))
    await inTenant(paris, (db) => db.insert(letterChoices).values(choices))
    const met = await metInAgir(kind, paris, reader)
    const about = met || (kind.startsWith('consultation_') ? consultation : idea)
    const told = await happens(kind, about.id, { detail: { tell: [reader], ...said } })
    mine.push(...(await lettersOf([told])).filter(({ personId }) => personId === reader))
  }
  await Promise.all(mine.map(({ leave }) => leave()))
  expect(mail.received).toHaveLength(bundle.length)
  for (const { html } of mail.received) {
    for (const [, href] of html!.matchAll(/href="([^"]+)"/g))
      expect(new URL(href!).hostname).toBe('decider.paris.localhost')
  }
})

test('a letter waits while the mail server is busy, and leaves later, once', async () => {
  const idea = await anIdea(paris, { authorId: await someone() })
  const [letter] = await lettersOf([await happens('published', idea.id)])
  mail.be('busy')
  await letter!.leave()
  expect(await letterNow(letter!.letterId)).toMatchObject({ state: 'waiting', attempts: 1 })
  mail.be('kind')
  await letter!.leave()
  expect(mail.received).toEqual([])
  await letter!.leave(after(noon, 1))
  await letter!.leave(after(noon, 2))
  expect(mail.received).toHaveLength(1)
  expect(await letterNow(letter!.letterId)).toMatchObject({ state: 'sent', lastError: null })
})

test('a line cut after the letter was taken brings the same letter again, under the same name', async () => {
  const idea = await anIdea(paris, { authorId: await someone() })
  const [letter] = await lettersOf([await happens('published', idea.id)])
  mail.be('cutting')
  await letter!.leave()
  mail.be('kind')
  await letter!.leave(after(noon, 1))
  await letter!.leave(after(noon, 2))
  expect(mail.received).toHaveLength(2)
  expect(new Set(mail.received.map(({ messageId }) => messageId)).size).toBe(1)
})

test('a mailbox that does not exist is not tried again', async () => {
  const idea = await anIdea(paris, { authorId: await someone() })
  const [letter] = await lettersOf([await happens('published', idea.id)])
  mail.be('refusing')
  await letter!.leave()
  expect(await letterNow(letter!.letterId)).toMatchObject({ state: 'failed' })
})

test('asking for a link succeeds while no mail server answers', async () => {
  mail.be('busy')
  const email = `${randomUUID()}@exemple.fr`
  const asked = await askForLink(paris, { email, next: '/', locale: 'fr', from: email, now: new Date() })
  expect(asked.ok).toBe(true)
  const [letter] = await inTenant(paris, (db) => db.select().from(letters).where(eq(letters.address, email)))
  mail.be('kind')
  await send({ letterId: letter!.id }, { tenant: paris, now: new Date() })
  expect(mail.received[0]?.text).toMatch(
    /http:\/\/decider\.paris\.localhost:?\d*\/connexion\/lien\?jeton=[\w-]{43}/,
  )
  expect((await letterNow(letter!.id)).address).toBeNull()
})

test('another city’s letter is not there', async () => {
  const idea = await anIdea(paris, { authorId: await someone() })
  const [letter] = await lettersOf([await happens('published', idea.id)])
  await send({ letterId: letter!.letterId }, { tenant: marsa, now: new Date() })
  expect(mail.received).toEqual([])
  expect(await letterNow(letter!.letterId)).toMatchObject({ state: 'waiting' })
})
