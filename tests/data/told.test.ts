import { inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { carriers, grants } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import type { Happening } from '@/lib/journal/rules'
import { compose } from '@/lib/mail/compose'
import { listTaken } from '@/lib/mail/outbox/queries'
import { followIdea } from '@/lib/ideas/supports/commands'
import { followInterest } from '@/lib/notifications/interests/commands'
import { chooseLetters } from '@/lib/notifications/preferences/commands'
import { usualFrequency } from '@/lib/notifications/rules'
import { readersOf } from '@/lib/notifications/telling/queries'
import type { GrantedRole } from '@/lib/people/rules'
import { anIdea } from '../support/factories'
import { after, happens, lettersOf, noon, noticesOf, paris, someone } from '../support/letters'
import { goes } from '../support/histories'
import { everyone, happening, staff, toldOf } from '../support/told'

const where = { themeId: 'sport', districtCode: '75118' }
const morning = new Date('2026-11-25T07:00:00Z')

test('T1 and T2: those who moderate there hear of a deposit and of its return, in one letter the next morning', async () => {
  const people = {
    everywhere: await staff('moderator'),
    district: await staff('moderator', 'district', '75118'),
    theme: await staff('moderator', 'theme', 'sport'),
    elsewhere: await staff('moderator', 'district', '75101'),
    observer: await staff('auditor'),
    author: await staff('moderator'),
  }
  const draft = {
    publication: 'submitted',
    collection: 'not_started',
    slug: null,
    publishedAt: null,
  } as const
  const { id } = await anIdea(paris, {
    authorId: people.author,
    title: 'Un gymnase rue Ordener',
    ...where,
    ...draft,
  })
  const sent = await happens('submitted', id, { byId: people.author })
  const expected = { everywhere: 'moderators', district: 'moderators', theme: 'moderators' }
  expect(await toldOf(sent, people)).toEqual({
    ...expected,
    elsewhere: null,
    observer: null,
    author: 'author',
  })
  await goes(paris, id, 'pullBack')
  const back = await happens('pulled_back', id, { byId: people.author, at: after(noon, 1) })
  expect(await toldOf(back, people)).toEqual({ ...expected, elsewhere: null, observer: null, author: null })

  expect((await noticesOf(people.district)).map(({ mailDueAt }) => mailDueAt)).toEqual([morning, morning])
  const made = (await lettersOf([sent, back], { at: morning })).filter(
    ({ personId }) => personId === people.district,
  )
  expect(made).toHaveLength(1)
  const [waiting] = await listTaken(paris, [made[0]!.letterId])
  const { subject, text } = compose(paris, waiting!)!
  expect(subject.replace(/\s/g, ' ')).toBe('À lire pour Paris : 2 nouvelles')
  expect(text).toContain('Un texte a été repris avant d’être lu')
  expect(text).toContain('/moderation')
  expect(text).not.toContain('rue Ordener')
})

test('a moderator who asked for it has each deposit at once, and one who wants none reads it among their notices', async () => {
  const [soon, never] = [
    await staff('moderator', 'theme', 'sport'),
    await staff('moderator', 'theme', 'sport'),
  ]
  for (const [personId, desk] of [
    [soon, 'at_once'],
    [never, 'never'],
  ] as const)
    await chooseLetters(paris, { personId, wantsMail: true, frequencies: { ...usualFrequency, desk } })
  const { id } = await anIdea(paris, where)
  const event = await happens('submitted', id)
  const made = (await lettersOf([event])).map(({ personId }) => personId)
  expect([made.includes(soon), made.includes(never)]).toEqual([true, false])
  expect(await noticesOf(never)).toMatchObject([{ reader: 'moderators', category: 'desk', mailDueAt: null }])
})

test('where nobody moderates, whoever heads the district is told, and without them those who run the city', async () => {
  const { id } = await anIdea(paris, where)
  const event = (await inTenant(paris, (db) => happening(db, 'submitted', id)))!
  const heads = { head: await staff('area_admin', 'district', '75118'), owner: await staff('owner') }
  const withoutRoles = async (...roles: GrantedRole[]) => {
    const told: string[] = []
    const undone = inTenant(paris, async (db) => {
      const revoked = inArray(grants.role, roles)
      await db.update(grants).set({ revokedAt: noon }).where(revoked)
      const rows = await db.execute<{ person_id: string }>(readersOf(event, ['moderators'], everyone))
      told.push(...rows.map(({ person_id }) => person_id))
      throw new Error('as it was')
    })
    await expect(undone).rejects.toThrow('as it was')
    return Object.entries(heads).flatMap(([name, personId]) => (told.includes(personId) ? [name] : []))
  }
  expect(await withoutRoles('moderator')).toEqual(['head'])
  expect(await withoutRoles('moderator', 'area_admin')).toEqual(['owner'])
})

test('T9: a threshold is told to its author, to the services and those who sign, and to who follows it or where it is', async () => {
  const author = await someone()
  const { id } = await anIdea(paris, { authorId: author, ...where })
  const people = {
    author,
    service: await staff('instructor', 'department', 'voirie'),
    deputy: await staff('signatory', 'theme', 'sport'),
    otherDeputy: await staff('signatory', 'theme', 'climat'),
    follower: await someone(),
    district: await someone(),
    stranger: await someone(),
  }
  await followIdea(paris, { ideaId: id, personId: people.follower, now: noon })
  for (const personId of [people.district, people.follower])
    await followInterest(paris, { personId, interest: { kind: 'district', value: '75118' }, now: noon })
  const event = await happens('threshold_reached', id)
  expect(await toldOf(event, people)).toEqual({
    author: 'author',
    service: 'instructors',
    deputy: 'signatories',
    otherDeputy: null,
    follower: 'followers',
    district: 'neighbours',
    stranger: null,
  })
  const [near] = await noticesOf(people.district)
  expect(near).toMatchObject({ category: 'near_me', bundle: 'weekly' })
})

test('T10: a right that is certified where the city has nothing left to owe is told; else the dates it owes tell it', async () => {
  const { id } = await anIdea(paris)
  const alone = await inTenant(paris, (db) => happening(db, 'threshold_certified', id))
  expect(alone).not.toBeNull()
  const together = await inTenant(paris, async (db) => {
    await happening(db, 'examination_due', id)
    return happening(db, 'threshold_certified', id)
  })
  expect(together).toBeNull()
})

test('T15: who left an idea learns that somebody took it over; who took it over knows', async () => {
  const [left, taker, mate] = [await someone(), await someone(), await someone()]
  const { id } = await anIdea(paris, { authorId: taker })
  await inTenant(paris, (db) => db.insert(carriers).values({ ideaId: id, personId: mate, since: noon }))
  const event = await happens('adopted', id, { byId: taker, detail: { tell: [left] } })
  expect(await toldOf(event, { left, taker, mate })).toEqual({
    left: 'named',
    taker: null,
    mate: 'co_carrier',
  })
})

test('nobody is told of what they did themselves, but by its receipt', async () => {
  const author = await someone()
  const { id } = await anIdea(paris, { authorId: author })
  await followIdea(paris, { ideaId: id, personId: author, now: noon })
  const did = (kind: Happening) => happens(kind, id, { byId: author })
  for (const kind of ['withdrawn', 'addendum', 'merged'] as const)
    expect([kind, await toldOf(await did(kind), { author })]).toEqual([kind, { author: null }])
  expect(await toldOf(await did('submitted'), { author })).toEqual({ author: 'author' })
})
