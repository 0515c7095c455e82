import { beforeEach, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { findPublicIdea } from '@/lib/ideas/queries'
import { asOperator } from '@/lib/db/operator'
import { readOpenDraft } from '@/lib/tenancy/drafts/queries'
import { setLanguage } from '@/lib/tenancy/languages/commands'
import { countLanguageUses } from '@/lib/tenancy/languages/queries'
import type { LanguageAct } from '@/lib/tenancy/languages/rules'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { listInUse } from '@/lib/tenancy/versions/queries'
import { belleville } from '@/tenants/belleville'
import { type Locale, Tenant } from '@/tenants/tenant'
import { anIdea, aPerson } from '../../support/factories'

const now = new Date('2026-11-21T12:00:00Z')
let made = 0
let city: Tenant

beforeEach(async () => {
  const id = `l${process.pid}-${++made}`
  const hosts = { shared: `${id}.localhost`, aliases: [] }
  city = Tenant.parse({ ...structuredClone(belleville), id, hosts, locales: ['fr', 'en'] })
  const publication = { tenant: city, base: null, author: 'user:op', note: null, reason: 'x', now }
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(city, (db) => publishSettings(db, publication)),
  )
})

const set = async (act: LanguageAct, locale: Locale, rowVersion = 0) => {
  const grants = [{ role: 'admin', scopeKind: 'city', scopeValue: null }] as const
  const by = { id: await aPerson(city, { role: 'admin' }), name: 'Awa', grants }
  return setLanguage(city, { act, locale, rowVersion, by, now })
}
const drafted = async () => Tenant.parse((await inTenant(city, readOpenDraft))!.settings).locales

test('a language is added, put first and retired in the draft, never the last one', async () => {
  expect(await set('add', 'es')).toMatchObject({ ok: true })
  expect(await drafted()).toEqual(['fr', 'en', 'es'])
  const { rowVersion } = (await inTenant(city, readOpenDraft))!
  expect(await set('lead', 'en', rowVersion)).toMatchObject({ ok: true })
  expect(await set('retire', 'fr', rowVersion + 1)).toMatchObject({ ok: true })
  expect(await set('retire', 'es', rowVersion + 2)).toMatchObject({ ok: true })
  expect(await drafted()).toEqual(['en'])
  expect(await set('retire', 'en', rowVersion + 3)).toMatchObject({ refusal: 'last_language' })
})

test('a language is retired although ideas are written in it: they are counted, stay, and say which it is', async () => {
  const idea = await anIdea(city, { locale: 'en' })
  await aPerson(city, { locale: 'en' })
  const before = (await countLanguageUses(city)).en
  expect(before).toMatchObject({ ideas: 1, comments: 0 })
  expect(before.people).toBeGreaterThanOrEqual(1)
  expect(await set('retire', 'en')).toMatchObject({ ok: true })
  const alone = { ...city, locales: await drafted() }
  expect(alone.locales).not.toContain('en')
  expect(await inTenant(city, (db) => listInUse(db, city, alone))).toEqual([])
  expect(await findPublicIdea(alone, idea.slug)).toMatchObject({ locale: 'en' })
})
