import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { followIdea } from '@/lib/ideas/supports/commands'
import { findStanding } from '@/lib/ideas/supports/queries'
import { markRead } from '@/lib/notifications/inbox/commands'
import { findNotice, listNotices } from '@/lib/notifications/inbox/queries'
import { followInterest } from '@/lib/notifications/interests/commands'
import { InterestIn } from '@/lib/notifications/interests/input'
import { chooseLetters, stopLetters } from '@/lib/notifications/preferences/commands'
import { findLetterChoices } from '@/lib/notifications/preferences/queries'
import { type Category, type Frequency, usualFrequency } from '@/lib/notifications/rules'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { aSession, anIdea } from '../support/factories'
import { after, happens, lettersOf, marsa, noon, noticesOf, paris, someone } from '../support/letters'
import { aMailServer } from '../support/mail-server'

let mail: Awaited<ReturnType<typeof aMailServer>>
beforeAll(async () => {
  mail = await aMailServer()
  process.env.SMTP_URL = mail.url
})
beforeEach(() => void (mail.received.length = 0))
afterAll(() => mail.close())

const chooses = (personId: string, chosen: Partial<Record<Category, Frequency>>) =>
  chooseLetters(paris, { personId, wantsMail: true, frequencies: { ...usualFrequency, ...chosen } })

/** A follower, and an idea of somebody else. */
async function aReader(chosen: Partial<Record<Category, Frequency>> = {}) {
  const personId = await someone()
  const idea = await anIdea(paris, { authorId: await someone() })
  await followIdea(paris, { ideaId: idea.id, personId, now: noon })
  await chooses(personId, chosen)
  return { personId, idea }
}

const dueOf = async (personId: string) => (await noticesOf(personId)).map(({ mailDueAt }) => mailDueAt)

test('who is told twice over of one event is told once', async () => {
  const personId = await someone()
  const idea = await anIdea(paris, { authorId: personId })
  await followIdea(paris, { ideaId: idea.id, personId, now: noon })
  await happens('threshold_reached', idea.id, { detail: { tell: [personId, personId] } })
  expect(await noticesOf(personId)).toMatchObject([{ reader: 'author', category: 'my_items' }])
})

test('a second letter about the same thing on one day waits for the next, with whatever else there is to tell', async () => {
  const { personId, idea } = await aReader({ followed: 'at_once', milestones: 'at_once' })
  const first = await happens('threshold_reached', idea.id)
  const [alone] = (await lettersOf([first])).filter((letter) => letter.personId === personId)
  await alone!.leave()
  const later = [
    await happens('expired', idea.id, { at: after(noon, 2) }),
    await happens('withdrawn', idea.id, { at: after(noon, 3) }),
  ]
  expect(await lettersOf(later, { at: after(noon, 4) })).toEqual([])
  const morning = new Date('2026-11-25T07:00:00Z')
  const together = (await lettersOf(later, { at: morning })).filter((letter) => letter.personId === personId)
  expect(together).toHaveLength(1)
  await together[0]!.leave()
  expect(mail.received.map(({ subject }) => subject).at(-1)).toBe('Du nouveau sur un texte que vous suivez')
  expect(mail.received.at(-1)!.text).toContain('Une collecte que vous suivez est terminée')
  expect(mail.received.at(-1)!.text).toContain('Un texte que vous suivez a été retiré')
})

test('what is gathered by day or week leaves as one letter, at its hour', async () => {
  const { personId, idea } = await aReader({ followed: 'weekly', milestones: 'weekly' })
  const other = await anIdea(paris, { title: 'Des bancs à l’ombre partout' })
  await followIdea(paris, { ideaId: other.id, personId, now: noon })
  const told = [
    await happens('expired', idea.id),
    await happens('threshold_reached', other.id, { at: after(noon, 30) }),
  ]
  const monday = new Date('2026-11-30T07:00:00Z')
  expect(await dueOf(personId)).toEqual([monday, monday])
  const [digest, ...more] = (await lettersOf(told, { at: monday })).filter((one) => one.personId === personId)
  expect(more).toEqual([])
  await digest!.leave()
  const [received] = mail.received
  expect(received!.subject).toBe('Votre semaine à Paris\u00a0: 2 nouvelles')
  expect(received!.html).toContain('Des bancs à l’ombre partout')
  const stop = received!.headers.find(({ key }) => key === 'list-unsubscribe')!.value
  const token = new URL(stop.slice(1, -1)).searchParams.get('jeton')!
  await stopLetters(paris, readUnsubscribeToken(paris, token)!)
  expect((await findLetterChoices(paris, personId)).frequencies.followed).toBe('never')
})

test('nobody is written to at night but to confirm what they have just done', async () => {
  const night = new Date('2026-11-24T22:30:00Z')
  const author = await someone()
  const idea = await anIdea(paris, { authorId: author })
  await happens('submitted', idea.id, { at: night, byId: author })
  await happens('published', idea.id, { at: night })
  expect(await dueOf(author)).toEqual([night, new Date('2026-11-25T07:00:00Z')])
})

test('who wants no letters still finds what happened among their notices', async () => {
  const { personId, idea } = await aReader({ milestones: 'never' })
  await happens('threshold_reached', idea.id)
  expect(await dueOf(personId)).toEqual([null])
  const { told, unread } = await listNotices(paris, personId, null)
  expect([told.length, unread]).toEqual([1, 1])
  expect(await findStanding(paris, await aSession(paris, personId))).toMatchObject({ unread: 1 })
  await markRead(paris, { personId, now: noon })
  expect((await listNotices(paris, personId, null)).unread).toBe(0)
})

test('a kind of letters that is stopped does not leave, though it was waiting', async () => {
  const { personId, idea } = await aReader()
  await happens('expired', idea.id)
  await stopLetters(paris, { what: 'category', category: 'followed', personId })
  expect(await dueOf(personId)).toEqual([null])
})

test('those who follow its theme, its district or a place near it are told of a new text, and nobody else', async () => {
  const [theme, district, near, far, author] = await Promise.all(Array.from({ length: 5 }, () => someone()))
  const place = { kind: 'place', radiusMetres: 300 } as const
  const follow = (personId: string, interest: Parameters<typeof followInterest>[1]['interest']) =>
    followInterest(paris, { personId, interest, now: noon })
  await follow(theme!, { kind: 'theme', value: 'sport' })
  await follow(district!, { kind: 'district', value: '75111' })
  await follow(near!, { ...place, latitude: 48.86, longitude: 2.37 })
  await follow(far!, { ...place, latitude: 48.864, longitude: 2.37 })
  await follow(author!, { kind: 'theme', value: 'sport' })
  const where = { themeId: 'sport', districtCode: '75111', latitude: 48.8605, longitude: 2.3705 }
  const idea = await anIdea(paris, { authorId: author, ...where })
  await happens('published', idea.id)
  const readers = await Promise.all([theme, district, near, far, author].map((one) => noticesOf(one!)))
  expect(readers.map((told) => told.map(({ reader }) => reader))).toEqual([
    ['neighbours'],
    ['neighbours'],
    ['neighbours'],
    [],
    ['author'],
  ])
})

test('only what the city has can be followed', () => {
  const shape = InterestIn({ tenant: paris })
  expect(shape.safeParse({ kind: 'theme', value: 'alchimie' }).success).toBe(false)
  expect(shape.safeParse({ kind: 'theme', value: 'sport', personId: randomUUID() }).success).toBe(false)
  const far = { kind: 'place', latitude: '0', longitude: '0', radiusMetres: '1000' }
  expect(shape.safeParse(far).error?.issues[0]?.message).toBe('outside_city')
  expect(shape.safeParse({ ...far, latitude: '48.86', longitude: '2.35', radiusMetres: '9e9' }).success).toBe(
    false,
  )
})

test('another’s notice, and another city’s, is not there', async () => {
  const { personId, idea } = await aReader()
  const event = await happens('expired', idea.id)
  expect(await findNotice(paris, personId, event)).not.toBeNull()
  expect(await findNotice(paris, await someone(), event)).toBeNull()
  expect(await findNotice(marsa, personId, event)).toBeNull()
})
