import { count, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { auditEvents, ruleSets, settingsDrafts, tenantVersions } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { fieldErrors } from '@/lib/form-state'
import { publishDraftOf, rollBackTo, saveSettings } from '@/lib/tenancy/drafts/acts/commands'
import { changeDraft, openDraft } from '@/lib/tenancy/drafts/commands'
import { GroupInput } from '@/lib/tenancy/drafts/input'
import { publishDraft } from '@/lib/tenancy/drafts/publishing/commands'
import { readHead, readOpenDraft } from '@/lib/tenancy/drafts/queries'
import { moveHead } from '@/lib/tenancy/versions/commands'
import { Tenant } from '@/tenants/tenant'
import { aCity } from '../../support/cities'
import { aPerson } from '../../support/factories'

const now = new Date('2026-11-22T08:00:00Z')
const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
let city: Tenant
let by: { id: string; name: string; grants: typeof grants }

beforeEach(async () => {
  city = await aCity()
  by = { id: await aPerson(city, { role: 'owner' }), name: 'Awa', grants }
})

const inside = <Result>(work: (db: Db) => Promise<Result>) => inTenant(city, work)
const saved = (patch: object) =>
  saveSettings(city, { draftId: null, rowVersion: 0, patch: { ...patch }, by, now })
const readOf = async (group: string, fields: Record<string, unknown>) => {
  const locales = city.locales.join(' ')
  const read = await GroupInput.safeParseAsync({ group, draftId: '', rowVersion: '0', locales, ...fields })
  return read.success ? { patch: read.data.patch } : { errors: fieldErrors(read.error) }
}

/** Everything that a publication writes. */
const standing = () =>
  inside(async (db) => ({
    head: (await readHead(db)).version,
    versions: await db.select({ count: count() }).from(tenantVersions),
    rules: await db.select({ count: count() }).from(ruleSets),
    audit: await db.select({ count: count() }).from(auditEvents),
    drafts: await db
      .select({ status: settingsDrafts.status, at: settingsDrafts.changedAt })
      .from(settingsDrafts),
  }))

test('an unknown setting is nobody’s to set, from a form or beside one, and a file with one is refused by its name', async () => {
  expect(await saved({ 'ideas.surprise': 1 })).toMatchObject({ refusal: 'not_yours_to_set' })
  expect(await saved({ __proto__: { population: 1 }, 'constructor.prototype': 1 })).toMatchObject({
    refusal: 'not_yours_to_set',
  })
  const form = await readOf('modules', {
    'ideas.surprise': '1',
    'modules.surprise': 'on',
    'modules.ideas': 'on',
  })
  const modules = { 'modules.ideas': true, 'modules.consultations': false, 'modules.agir': false }
  expect(form).toEqual({ patch: { ...modules, embedding: false, embeddingOrigins: [] } })
  const file = Tenant.safeParse({ ...city, ideas: { ...city.ideas, surprise: 1 } })
  expect(file.error!.issues).toMatchObject([
    { code: 'unrecognized_keys', keys: ['surprise'], path: ['ideas'] },
  ])
})

test('a time zone that does not exist is refused at its field, with what to do', async () => {
  const languages = { 'locales.fr': 'on', 'locales.first': 'fr' }
  const wrong = await readOf('languages', { ...languages, timeZone: 'Europe/Nowhere' })
  expect(wrong).toEqual({ errors: { timeZone: { code: 'time_zone' } } })
  expect(await readOf('languages', { ...languages, timeZone: 'Europe/Lisbon' })).toMatchObject({
    patch: { timeZone: 'Europe/Lisbon' },
  })
})

test('a number that cannot be read is refused at the very field it was written in', async () => {
  const threshold = { 'ideas.threshold.mode': 'districts', 'ideas.threshold.value': '1 500' }
  expect(await readOf('rules', { ...threshold, 'ideas.threshold.districts.1': 'beaucoup' })).toMatchObject({
    errors: { 'ideas.threshold.districts.1': { code: 'number' } },
  })
})

test('a language the product has no sentences in cannot be chosen, whatever a form sends', async () => {
  const sent = { 'locales.fr': 'on', 'locales.de': 'on', 'locales.first': 'de', timeZone: 'Europe/Paris' }
  expect(await readOf('languages', sent)).toMatchObject({ patch: { locales: ['fr'] } })
  expect(await saved({ locales: ['fr', 'de'] })).toMatchObject({
    errors: { 'locales.1': { code: 'unreadable' } },
  })
})

test('a version written before today’s settings is served, and published again in today’s words', async () => {
  const since = ['ideas', 'signIn', 'moderation', 'publishing', 'departments', 'currency']
  const others = Object.fromEntries(Object.entries(city).filter(([key]) => !since.includes(key)))
  const { threshold, duration } = city.ideas
  const label = { fr: 'Compte de la ville' }
  const oidc = { issuer: 'https://compte.test', clientId: 'parvis', label }
  const old = { ...others, ideas: { threshold, duration }, signIn: { oidc } }
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(city, async (db) => {
      const row = {
        version: 2,
        settings: old,
        digest: 'old',
        author: 'user:op',
        note: null,
        publishedAt: now,
      }
      await db.insert(tenantVersions).values(row)
      await moveHead(db, city, 2)
    }),
  )
  const head = await inside(readHead)
  expect(head.settings.signIn.providers).toMatchObject([{ id: 'oidc', preset: 'generic', ...oidc }])
  expect(head.settings).toMatchObject({ currency: 'EUR', departments: [], publishing: { secondPerson: [] } })

  expect(await saved({ population: city.population + 1 })).toMatchObject({ ok: true })
  const draft = (await inside(readOpenDraft))!
  const asked = { draftId: draft.id, rowVersion: draft.rowVersion, reason: 'Un recensement', by, now }
  expect(await publishDraftOf(city, { how: 'now', ...asked })).toMatchObject({ ok: true })
  const [written] = await inside((db) =>
    db.select().from(tenantVersions).where(eq(tenantVersions.version, 3)),
  )
  expect(Tenant.strict().safeParse(written!.settings).success).toBe(true)
  expect(written!.settings).toMatchObject({ signIn: { providers: [{ id: 'oidc' }] } })
  expect(await rollBackTo(city, { version: 2, by, now })).toMatchObject({ ok: true })
})

test('a publication that fails changes nothing', async () => {
  await inside(async (db) => {
    const draft = await openDraft(db, { by, now })
    const patch = { 'theme.brand': '#ffffff', population: city.population + 1 }
    await changeDraft(db, { draftId: draft.id, rowVersion: draft.rowVersion, patch, by, now })
  })
  const draft = (await inside(readOpenDraft))!
  const asked = { draftId: draft.id, rowVersion: draft.rowVersion, reason: 'Pour voir', by, now }
  const before = await standing()
  expect(await publishDraftOf(city, { how: 'now', ...asked })).toMatchObject({
    refusal: 'cannot_publish',
    problems: [{ at: 'theme.brand', code: 'unreadable_colour' }],
  })
  expect(await standing()).toEqual(before)

  await inside((db) => changeDraft(db, { ...asked, patch: { 'theme.brand': city.theme.brand } }))
  const ready = { ...asked, rowVersion: draft.rowVersion + 1 }
  const mended = await standing()
  const broken = inside(async (db) => {
    expect(await publishDraft(db, ready)).toMatchObject({ ok: true })
    throw new Error('the power goes')
  })
  await expect(broken).rejects.toThrow('the power goes')
  expect(await standing()).toEqual(mended)
  expect(await inside((db) => publishDraft(db, ready))).toMatchObject({ ok: true, value: { version: 2 } })
})
