import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { carriers, comments, decisions, ideas, notices, people } from '@/drizzle/schema'
import { tellNews, writeComment } from '@/lib/comments/commands'
import { readDiscussion } from '@/lib/comments/reading/queries'
import { inTenant } from '@/lib/db'
import { findCertificate } from '@/lib/ideas/collection/queries'
import { listLatest } from '@/lib/ideas/feeds/queries'
import { wholeOf } from '@/lib/ideas/open-data/rules'
import { findPublicIdea } from '@/lib/ideas/queries'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { tell } from '@/lib/notifications/telling/commands'
import { declare } from '@/lib/people/commands'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { forgetWhatIsDue } from '@/lib/people/retention/commands'
import { monthsBefore } from '@/lib/people/retention/rules'
import { revokeRole } from '@/lib/people/roles/commands'
import { grantsInForce, listStaff } from '@/lib/people/roles/queries'
import { shippedCities } from '@/tenants/shipped'
import { byLink } from '../support/browser-session'
import { aCity } from '../support/cities'
import { aReader, published, refusedBy, reported, taskOf, why } from '../support/desk'
import { anIdea, aPerson, someoneSignedIn } from '../support/factories'
import { happens, lettersOf, noticesOf } from '../support/letters'

const [paris, belleville] = ['paris', 'belleville'].map((name) =>
  shippedCities.find(({ id }) => id === name)!,
) as [(typeof shippedCities)[number], (typeof shippedCities)[number]]
const now = new Date()
const tie = { birthYear: 1980, residence: 'lives', districtCode: null } as const
const address = () => `${crypto.randomUUID()}@exemple.fr`

test('edges 20 and 80: a name that is taken away is gone from the page, the feed and the open data; the text stays', async () => {
  const city = await aCity()
  const authorId = await aPerson(city, { name: 'Solange Petitjean' })
  const { id, slug } = await anIdea(city, { authorId, supportCount: 12 })
  const told = async () => {
    const idea = (await findPublicIdea(city, slug))!
    const entry = (await listLatest(city, 'published', now)).find((one) => one.id === id)
    return { open: wholeOf(idea, 'https://x', 'https://x'), entry, words: JSON.stringify([idea, entry]) }
  }
  const before = await told()
  expect(before.words).toContain('Solange')
  await deleteAccount(city, { personId: authorId, now })
  const after = await told()
  expect(after.words).not.toContain('Solange')
  expect(after.open).toMatchObject({ author: null, body: before.open.body, supports: 12 })
  expect(after.entry).toMatchObject({ author: null, title: before.entry!.title })
})

test('edge 21: whoever is under age is read by everybody and named to nobody; an adult beside them is', async () => {
  const city = await aCity()
  const young = { name: 'Capucine Lenoir', birthYear: now.getFullYear() - 16 }
  const [authorId, adult] = [await aPerson(city, young), await aPerson(city, { name: 'Hector Vidal' })]
  const reachedAt = now
  const { id, slug } = await anIdea(city, { authorId, collection: 'reached', reachedAt })
  await inTenant(city, (db) => db.insert(carriers).values({ ideaId: id, personId: adult, since: now }))
  const said = {
    ideaId: id,
    parentId: null,
    stance: 'for',
    body: 'Je la défends.',
    locale: 'fr',
    now,
  } as const
  await writeComment(city, { ...said, personId: authorId })
  const told = async () => [
    await findPublicIdea(city, slug),
    await findCertificate(city, slug),
    (await listLatest(city, 'published', now)).find((one) => one.id === id),
    await readDiscussion(city, { ideaId: id, order: 'newest', after: null }),
  ]
  const [idea, certificate, , discussion] = await told()
  expect(idea).toMatchObject({ author: null, isByMinor: true, carriers: ['Hector Vidal'] })
  expect(certificate).toMatchObject({ author: null, isByMinor: true })
  expect(discussion).toMatchObject({ threads: [{ author: null, isByMinor: true, isByAuthor: true }] })
  expect(JSON.stringify(await told())).not.toContain('Capucine')
  const grown = { birthYear: now.getFullYear() - 30 }
  await inTenant(city, (db) => db.update(people).set(grown).where(eq(people.id, authorId)))
  for (const one of await told()) expect(JSON.stringify(one)).toContain('Capucine')
})

test('edge 39: whoever insults in their news tells no more of it until it is given back', async () => {
  const { ideaId, personId } = await published()
  await inTenant(belleville, (db) =>
    db
      .update(people)
      .set({ joinedAt: new Date(0) })
      .where(eq(people.id, personId)),
  )
  const news = { ideaId, body: 'La Ville dort, comme toujours.', locale: 'fr', personId, now }
  const told = await tellNews(belleville, news)
  const id = told.ok ? told.value.id : ''
  await reported(id, { kind: 'comment' })
  const act = { taskId: await taskOf(id, 'report'), byId: await aReader(), now }
  await hideSubject(belleville, { ...act, code: 'offensive', text: why, groundText: null })
  await inTenant(belleville, (db) =>
    db
      .update(comments)
      .set({ at: new Date(now.getTime() - 4 * 86_400_000) })
      .where(eq(comments.id, id)),
  )
  expect(await tellNews(belleville, news)).toEqual({ ok: false, refusal: 'updates_suspended' })
  const comment = { ...news, parentId: null, stance: 'for' } as const
  expect(await writeComment(belleville, comment)).toMatchObject({ ok: true })
  await inTenant(belleville, (db) => db.update(comments).set({ state: 'visible' }).where(eq(comments.id, id)))
  expect(await tellNews(belleville, news)).toMatchObject({ ok: true })
})

test('edge 43: a family that has one mailbox has one voice by it, however it is written', async () => {
  const box = `famille.${Date.now()}`
  const one = await byLink(paris, `${box}@gmail.com`)
  const { id } = await anIdea(paris)
  await declare(paris, { personId: one.personId, ...tie, now })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...one })).toMatchObject({ status: 200, count: 1 })
  for (const spelled of [`${box}+lea@gmail.com`, `${box.replace('.', '')}@GoogleMail.com`]) {
    const other = await byLink(paris, spelled)
    expect(other.personId).toBe(one.personId)
    expect(await giveSupport({ tenant: paris, ideaId: id, ...other })).toMatchObject({
      repeated: true,
      count: 1,
    })
  }
  const neighbour = await byLink(paris, address())
  await declare(paris, { personId: neighbour.personId, ...tie, now })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...neighbour })).toMatchObject({ count: 2 })
})

test('edge 63: who leaves the city has no role any more; what they did keeps its date and who decided', async () => {
  const [reader, admin] = [await aReader(), await aPerson(belleville, { role: 'owner' })]
  const { ideaId } = await refusedBy(reader)
  const decided = async () => {
    const [row] = await inTenant(belleville, (db) =>
      db.select().from(decisions).where(eq(decisions.subjectId, ideaId)),
    )
    return row!
  }
  const before = await decided()
  const grant = (await listStaff(belleville)).find(({ personId }) => personId === reader)!
  expect(await revokeRole(belleville, { grantId: grant.id, byId: admin, now })).toMatchObject({ ok: true })
  await deleteAccount(belleville, { personId: reader, now })
  expect(await inTenant(belleville, (db) => grantsInForce(db, reader))).toEqual([])
  expect(await decided()).toEqual(before)
  const [idea] = await inTenant(belleville, (db) => db.select().from(ideas).where(eq(ideas.id, ideaId)))
  expect(idea).toMatchObject({ treatedById: reader, publication: 'refused' })
})

test('edge 69: an event that a restored database tells again writes to nobody a second time', async () => {
  const personId = await aPerson(paris, { email: address() })
  const { id } = await anIdea(paris, { authorId: personId, collection: 'reached', reachedAt: now })
  const eventId = await happens('threshold_reached', id)
  const first = await lettersOf([eventId])
  expect(first).toHaveLength(1)
  for (let replay = 0; replay < 3; replay++) await tell(paris, eventId, now)
  expect(await lettersOf([eventId])).toMatchObject([{ letterId: first[0]!.letterId }])
  expect(await noticesOf(personId)).toHaveLength(1)
  const again = inTenant(paris, async (db) => {
    const [notice] = await db.select().from(notices).where(eq(notices.eventId, eventId))
    await db.insert(notices).values(notice!)
  })
  await expect(again).rejects.toThrow()
})

test('edge 70: whatever a server believes, the clock of the database says what is open', async () => {
  const voice = await someoneSignedIn(paris)
  const { id } = await anIdea(paris, { deadlineAt: new Date(Date.now() + 3_600_000) })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 40 * 86_400_000 })
  const ahead = await giveSupport({ tenant: paris, ideaId: id, ...voice })
  vi.setSystemTime(new Date('2020-01-01'))
  const over = await anIdea(paris, { deadlineAt: new Date(Date.parse('2020-02-01')) })
  const behind = await giveSupport({ tenant: paris, ideaId: over.id, ...voice })
  vi.useRealTimers()
  expect(ahead).toMatchObject({ status: 200, count: 1 })
  expect(behind).toEqual({ status: 409, reason: 'closed' })
})

test('edge 77: whoever is given an address that somebody left two years ago finds nothing of theirs', async () => {
  const [city, email] = [await aCity(), address()]
  const before = await byLink(city, email)
  const { slug } = await anIdea(city, { authorId: before.personId })
  await inTenant(city, (db) =>
    db
      .update(people)
      .set({ name: 'Odile', birthYear: 1950, seenAt: monthsBefore(now, 25) })
      .where(eq(people.id, before.personId)),
  )
  await forgetWhatIsDue(city, now)
  await forgetWhatIsDue(city, new Date(now.getTime() + 62 * 86_400_000))
  const after = await byLink(city, email)
  const [row] = await inTenant(city, (db) => db.select().from(people).where(eq(people.id, after.personId)))
  expect(row).toMatchObject({ name: 'Victime', birthYear: null, assurance: 'A1' })
  const idea = await findPublicIdea(city, slug)
  expect(idea).toMatchObject({ author: null, publication: 'published' })
})
