import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { ideas, settingsDrafts } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { rulesInForce } from '@/lib/rules/queries'
import { changeDraft, openDraft, rollBack } from '@/lib/tenancy/drafts/commands'
import { proposeDraft, publishDraft, settleDraft } from '@/lib/tenancy/drafts/publishing/commands'
import { publishDue, scheduleDraft } from '@/lib/tenancy/drafts/scheduling/commands'
import { readHead, readOpenDraft } from '@/lib/tenancy/drafts/queries'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { anIdea, aPerson } from '../../support/factories'

const now = new Date('2026-11-21T12:00:00Z')
let made = 0
let city: Tenant
let admin: Awaited<ReturnType<typeof someone>>

/** Each test has a city of its own, with one administrator who owns it. */
beforeEach(async () => {
  const id = `s${process.pid}-${++made}`
  const hosts = { shared: `${id}.localhost`, aliases: [] }
  city = Tenant.parse({ ...structuredClone(belleville), id, hosts })
  await publishAs(city, null)
  admin = await someone()
})

async function someone() {
  const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
  return { id: await aPerson(city, { role: 'owner' }), name: 'Awa', grants }
}

const publishAs = (tenant: Tenant, base: number | null) =>
  asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(tenant, (db) =>
      publishSettings(db, { tenant, base, author: 'user:op', note: null, reason: 'x', now }),
    ),
  )
const inside = <Result>(work: (db: Db) => Promise<Result>) => inTenant(city, work)
const change = (patch: object, by = admin, seen?: number) =>
  inside(async (db) => {
    const draft = await openDraft(db, { by, now })
    const rowVersion = seen ?? draft.rowVersion
    return changeDraft(db, { draftId: draft.id, rowVersion, patch: { ...patch }, by, now })
  })
const publish = (change: { by?: typeof admin; reason?: string | null } = {}) =>
  inside(async (db) => {
    const { id: draftId, rowVersion } = (await readOpenDraft(db))!
    return publishDraft(db, { draftId, rowVersion, reason: null, by: admin, now, ...change })
  })
const head = () => inside(readHead)

test('a colour is changed in a draft, published, and rolled back as a new version', async () => {
  expect(await change({ 'theme.brand': '#1b4d89' })).toMatchObject({ ok: true })
  expect((await head()).settings.theme.brand).toBe(belleville.theme.brand)
  expect(await publish()).toMatchObject({ ok: true, value: { version: 2, newRules: false } })
  expect(await inside((db) => rollBack(db, { settings: city, version: 1, by: admin, now }))).toMatchObject({
    ok: true,
  })
  expect(await publish()).toMatchObject({ ok: true, value: { version: 3 } })
  expect((await head()).settings.theme.brand).toBe(belleville.theme.brand)
})

test('item 7: a threshold raised leaves a running idea its own', async () => {
  const { id } = await anIdea(city, { threshold: 100 })
  await change({ 'ideas.threshold': { mode: 'absolute', value: 300 } })
  expect(await publish()).toMatchObject({ refusal: 'reason_needed' })
  expect(await publish({ reason: 'La ville grandit' })).toMatchObject({ value: { newRules: true } })
  const [idea] = await inside((db) => db.select().from(ideas).where(eq(ideas.id, id)))
  expect(idea!.threshold).toBe(100)
  expect(await inside(rulesInForce)).toMatchObject({ threshold: 300, reason: 'La ville grandit' })
})

test('a district has a number of its own for what is published from then on, never above the city’s', async () => {
  const [first, second] = city.territory.districts.map(({ code }) => code)
  const threshold = (own: number) => ({ mode: 'districts', value: 100, districts: { [first!]: own } })
  expect(await change({ 'ideas.threshold': threshold(101) })).toMatchObject({
    problems: [{ at: `ideas.threshold.districts.${first}`, code: 'above_city', count: 100 }],
  })
  await change({ 'ideas.threshold': threshold(20) })
  expect(await publish({ reason: 'Un quartier est plus petit' })).toMatchObject({ value: { newRules: true } })
  const byId = await aPerson(city, { role: 'moderator' })
  const published = async (districtCode: string) => {
    const waiting = { publication: 'submitted', collection: 'not_started', publishedAt: null } as const
    const { id } = await anIdea(city, { ...waiting, threshold: null, deadlineAt: null, districtCode })
    expect(await publishIdea(city, { ideaId: id, byId, now })).toMatchObject({ ok: true })
    const [idea] = await inside((db) => db.select().from(ideas).where(eq(ideas.id, id)))
    return idea!.threshold
  }
  expect([await published(first!), await published(second!)]).toEqual([20, 100])
})

test('what cannot be is refused where it is written, and nothing is kept', async () => {
  const refused = async (patch: object, at: string, code: string) => {
    const outcome = await change({ population: 9000, ...patch })
    expect(outcome).toMatchObject({ refusal: 'cannot_be_so' })
    expect(outcome).toMatchObject({ problems: expect.arrayContaining([{ ...found(outcome, at), code }]) })
  }
  const found = (outcome: unknown, at: string) =>
    (outcome as { problems: { at: string }[] }).problems.find((one) => one.at === at)
  await refused({ timeZone: 'Europe/Nowhere' }, 'timeZone', 'unreadable')
  await refused({ locales: ['fr', 'de'] }, 'locales.1', 'unreadable')
  await refused(
    { 'ideas.threshold': { mode: 'share', percent: 1, floor: 90, cap: 50 } },
    'ideas.threshold',
    'upside_down',
  )
  await refused(
    { 'ideas.threshold': { mode: 'absolute', value: 2_000_000 } },
    'ideas.threshold',
    'above_population',
  )
  await refused({ name: { fr: 'Belle\u202Eville' } }, 'name.fr', 'direction_controls')
  const signIn = { 'signIn.email.enabled': false, 'signIn.providers': [] }
  await refused(signIn, 'signIn.email.enabled', 'no_way_in')
  expect(await change({ 'ideas.nothing': 1 })).toMatchObject({ refusal: 'not_yours_to_set' })
  expect(await change({ 'hosts.shared': 'other.localhost' })).toMatchObject({ refusal: 'not_yours_to_set' })
  expect(await inside(readOpenDraft)).toMatchObject({
    rowVersion: 1,
    settings: { population: city.population },
  })
})

test('two who edit at once lose nothing, and see both values where they disagree', async () => {
  const other = await someone()
  await change({ population: 9000 })
  expect(await change({ population: 9100 }, other, 1)).toMatchObject({
    refusal: 'edited_meanwhile',
    conflicts: [{ key: 'population', theirs: 9000, mine: 9100 }],
    rowVersion: 2,
  })
  expect(await change({ 'contact.address': 'ici', population: city.population }, other, 1)).toMatchObject({
    value: { changed: ['contact.address'] },
  })
  const draft = await inside(readOpenDraft)
  expect(draft).toMatchObject({ settings: { population: 9000, contact: { address: 'ici' } } })
})

test('a draft on a superseded version takes in what was published, and asks where both changed', async () => {
  await change({ 'contact.address': 'ici' })
  await publishAs({ ...city, population: 9000 }, 1)
  expect(await publish()).toMatchObject({ ok: true })
  expect((await head()).settings).toMatchObject({ population: 9000, contact: { address: 'ici' } })

  await change({ population: 9500 })
  await publishAs({ ...(await head()).settings, population: 9600 }, 3)
  const outcome = await publish({ reason: 'x' })
  expect(outcome).toMatchObject({ refusal: 'both_changed', conflicts: [{ theirs: 9600, mine: 9500 }] })
  const { id: draftId } = (await inside(readOpenDraft))!
  await inside((db) => settleDraft(db, { draftId, mine: ['population'], now }))
  expect(await publish({ reason: 'x' })).toMatchObject({ ok: true })
  expect((await head()).settings.population).toBe(9500)
})

test('a change of rules waits for a second person when the city wants it', async () => {
  await change({ 'publishing.secondPerson': ['rules'] })
  await publish()
  await change({ 'ideas.answerMonths': 3 })
  expect(await publish({ reason: 'x' })).toMatchObject({ refusal: 'second_person' })
  await inside(async (db) => {
    const { id: draftId, rowVersion } = (await readOpenDraft(db))!
    await proposeDraft(db, { draftId, rowVersion, reason: 'x', by: admin, now })
  })
  expect(await change({ population: 9000 })).toMatchObject({ refusal: 'draft_closed' })
  expect(await publish({ reason: 'x' })).toMatchObject({ refusal: 'same_person' })
  expect(await publish({ reason: 'x', by: await someone() })).toMatchObject({ ok: true })
})

test('a publication planned for a day happens then, once, or says why it did not', async () => {
  const plan = (days: number) =>
    inside(async (db) => {
      const { id: draftId, rowVersion } = (await readOpenDraft(db))!
      const publishAt = new Date(now.getTime() + days * 86_400_000)
      return scheduleDraft(db, { draftId, rowVersion, reason: null, by: admin, now, publishAt })
    })
  await change({ 'contact.address': 'ici' })
  expect(await plan(-1)).toMatchObject({ refusal: 'date_passed' })
  expect(await plan(1)).toMatchObject({ ok: true })
  await publishDue(city, now)
  expect((await head()).version).toBe(1)
  const later = new Date(now.getTime() + 2 * 86_400_000)
  await publishDue(city, later)
  await publishDue(city, later)
  expect(await head()).toMatchObject({ version: 2, settings: { contact: { address: 'ici' } } })

  await change({ 'contact.address': 'là' })
  await plan(1)
  await publishAs({ ...(await head()).settings, contact: { ...city.contact, address: 'ailleurs' } }, 2)
  await publishDue(city, later)
  expect((await head()).settings.contact.address).toBe('ailleurs')
  const [draft] = await inside((db) =>
    db.select().from(settingsDrafts).where(eq(settingsDrafts.status, 'scheduled')),
  )
  expect(draft!.problem).toBe('both_changed')
})
