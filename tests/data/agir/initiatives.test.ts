import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { initiativePeople, initiatives } from '@/drizzle/schema'
import { beginInitiative, saveWords } from '@/lib/agir/initiatives/answers/commands'
import { leaveInitiative, shareKeeping, takePart } from '@/lib/agir/initiatives/joining/commands'
import { readInitiatives } from '@/lib/agir/initiatives/listing/input'
import { listInitiatives } from '@/lib/agir/initiatives/listing/queries'
import { findKeptInitiative, listPeople } from '@/lib/agir/initiatives/own/queries'
import { endInitiative, sendInitiative } from '@/lib/agir/initiatives/publishing/commands'
import { findPublicInitiative } from '@/lib/agir/initiatives/queries'
import { inTenant } from '@/lib/db'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { publishSubject, refuseSubject } from '@/lib/moderation/submissions/commands'
import { aDate, aMember, anActivity, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aReader, taskOf, why } from '../../support/desk'
import { aPerson, marsa } from '../../support/factories'
import { anInitiative } from '../../support/initiatives'

const now = new Date()
const words = (title = `Jardin ${crypto.randomUUID().slice(0, 8)}`) => ({
  title,
  summary: 'Douze bacs, un compost, et le café du samedi.',
  themeIds: ['cadre-de-vie'],
})
const story =
  'Un terrain laissé vide, quelques voisins, et trois saisons de terre remuée ensemble. Venez voir.'

async function written(organiser = 'self', personId?: string) {
  const by = personId ?? (await aPerson(belleville))
  const act = { personId: by, now }
  const begun = await beginInitiative(belleville, { ...act, locale: 'fr', words: words(), organiser })
  if (!begun.ok) throw new Error(begun.refusal)
  const initiativeId = begun.value.id
  await saveWords(belleville, { ...act, initiativeId, words: { story } })
  return { ...act, initiativeId }
}

async function published() {
  const own = await written()
  await sendInitiative(belleville, own)
  const act = { taskId: await taskOf(own.initiativeId, 'submission'), byId: await aReader(), now }
  expect(await publishSubject(belleville, act)).toMatchObject({ ok: true })
  return { ...own, slug: (await rowOf(own.initiativeId)).slug! }
}

async function rowOf(id: string) {
  const [row] = await inTenant(belleville, (db) =>
    db.select().from(initiatives).where(eq(initiatives.id, id)),
  )
  return row!
}

const found = (slug: string) => findPublicInitiative(belleville, slug, now)

test('what people keep together is nobody’s to see until the city has read it', async () => {
  const own = await written()
  expect(await sendInitiative(belleville, own)).toEqual({ ok: true, value: { slug: null } })
  expect((await rowOf(own.initiativeId)).slug).toBeNull()
  const { slug } = await published()
  expect(await found(slug)).toMatchObject({ state: 'active', taking: 1, coming: [] })
  expect(await findPublicInitiative(marsa, slug, now)).toBeNull()
})

test('an organisation that has proven who it is publishes its initiative at once', async () => {
  const { id: organisationId } = await anOrganisation(belleville, { trust: 2 })
  const personId = await aPerson(belleville)
  await aMember(belleville, organisationId, personId)
  const own = await written(organisationId, personId)
  const sent = await sendInitiative(belleville, own)
  expect(sent).toMatchObject({ ok: true, value: { slug: expect.any(String) } })
  expect(await found(sent.ok ? sent.value.slug! : '')).toMatchObject({ organisation: { trust: 2 } })
})

test('nobody presents an initiative for an organisation they do not speak for', async () => {
  const { id: organiser } = await anOrganisation(belleville)
  const act = { personId: await aPerson(belleville), now, locale: 'fr' as const, words: words() }
  expect(await beginInitiative(belleville, { ...act, organiser })).toMatchObject({
    refusal: 'not_your_organisation',
  })
})

test('new words for one in view wait, and those that were read stay until a reader accepts', async () => {
  const { slug, ...own } = await published()
  const title = 'Achetez nos montres'
  await saveWords(belleville, { ...own, words: { title } })
  expect((await found(slug))?.title).not.toBe(title)
  const act = { taskId: await taskOf(own.initiativeId, 'submission'), byId: await aReader(), now }
  await refuseSubject(belleville, { ...act, code: 'advert', text: why, groundText: null })
  expect(await rowOf(own.initiativeId)).toMatchObject({ wish: null, state: 'active' })

  await saveWords(belleville, { ...own, words: { title: 'Le jardin des deux rives' } })
  const again = { ...act, taskId: await taskOf(own.initiativeId, 'submission') }
  await publishSubject(belleville, again)
  expect((await found(slug))?.title).toBe('Le jardin des deux rives')
})

test('one that is taken from view is neither found nor listed, and its keeper reads why', async () => {
  const { slug, initiativeId, personId } = await published()
  const byId = await aReader()
  const taken = await takeUp(belleville, { kind: 'initiative', address: slug, byId, now })
  if (!taken.ok) throw new Error(taken.refusal)
  const { title } = await rowOf(initiativeId)
  await hideSubject(belleville, {
    taskId: taken.value.taskId,
    byId,
    now,
    code: 'spam',
    text: why,
    groundText: null,
  })
  expect(await found(slug)).toBeNull()
  const { filters } = readInitiatives({ q: title }, belleville)
  expect(await listInitiatives(belleville, { filters, after: null, now })).toMatchObject({ total: 0 })
  expect(await findKeptInitiative(belleville, initiativeId, personId)).toMatchObject({ refusalText: why })
  const forced = inTenant(belleville, (db) =>
    db.update(initiatives).set({ state: 'active' }).where(eq(initiatives.id, initiativeId)),
  )
  await expect(forced).rejects.toThrow()
})

test('whoever takes part twice is counted once, and may be asked to keep it with the others', async () => {
  const { slug, ...own } = await published()
  const other = { initiativeId: own.initiativeId, personId: await aPerson(belleville), now }
  expect(await takePart(belleville, other)).toMatchObject({ ok: true })
  expect(await takePart(belleville, other)).toMatchObject({ refusal: 'already_in' })
  expect(await found(slug)).toMatchObject({ taking: 2 })

  expect(await leaveInitiative(belleville, own)).toMatchObject({ refusal: 'last_keeper' })
  const people = await listPeople(belleville, own.initiativeId)
  const placeId = people.find(({ personId }) => personId === other.personId)!.id
  expect(await shareKeeping(belleville, { ...other, placeId })).toMatchObject({ refusal: 'not_there' })
  expect(await shareKeeping(belleville, { ...own, placeId })).toMatchObject({ ok: true })
  expect(await leaveInitiative(belleville, own)).toMatchObject({ ok: true })
  expect(await findKeptInitiative(belleville, own.initiativeId, other.personId)).not.toBeNull()
})

test('it shows what comes of its activities, and ends only when nobody is awaited any more', async () => {
  const personId = await aPerson(belleville)
  const { id: initiativeId, slug } = await anInitiative(belleville, { keptBy: personId })
  const { id: activityId, slug: path } = await anActivity(belleville, { initiativeId })
  const later = new Date(now.getTime() + 3 * 86_400_000)
  const { id } = await aDate(belleville, activityId, later)
  expect((await found(slug))?.coming).toMatchObject([{ slug: path, occurrenceId: id }])
  const act = { initiativeId, personId, now }
  expect(await endInitiative(belleville, act)).toMatchObject({ refusal: 'has_dates' })
  const after = new Date(later.getTime() + 86_400_000)
  expect(await endInitiative(belleville, { ...act, now: after })).toMatchObject({ ok: true })
  expect(await findPublicInitiative(belleville, slug, after)).toMatchObject({
    state: 'ended',
    past: 1,
    coming: [],
  })
})

test('an initiative of an organisation that is suspended is nowhere', async () => {
  const { id: organisationId } = await anOrganisation(belleville, { state: 'closed', closedAt: now })
  const { slug, title } = await anInitiative(belleville, {
    organisationId,
    title: `Rive ${crypto.randomUUID()}`,
  })
  expect(await found(slug)).toBeNull()
  const { filters } = readInitiatives({ q: title }, belleville)
  expect(await listInitiatives(belleville, { filters, after: null, now })).toMatchObject({ shown: [] })
})

test('who takes part is one row while they are in, and their leaving is kept', async () => {
  const { id: initiativeId } = await anInitiative(belleville)
  const act = { initiativeId, personId: await aPerson(belleville), now }
  await takePart(belleville, act)
  await leaveInitiative(belleville, act)
  await takePart(belleville, act)
  const rows = await inTenant(belleville, (db) =>
    db.select().from(initiativePeople).where(eq(initiativePeople.initiativeId, initiativeId)),
  )
  expect(rows.map(({ endedAt }) => endedAt !== null).sort()).toEqual([false, true])
})
