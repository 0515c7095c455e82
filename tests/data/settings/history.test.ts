import { beforeEach, expect, test } from 'vitest'
import { auditEvents } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import {
  discardDraftOf,
  publishDraftOf,
  rollBackTo,
  saveSettings,
  settleDraftOf,
} from '@/lib/tenancy/drafts/acts/commands'
import { findHistory } from '@/lib/tenancy/drafts/history/queries'
import { readOpenDraft } from '@/lib/tenancy/drafts/queries'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { aPerson } from '../../support/factories'

const now = new Date('2026-11-21T12:00:00Z')
let made = 0
let city: Tenant
let by: { id: string; name: string; grants: { role: 'owner'; scopeKind: 'city'; scopeValue: null }[] }

beforeEach(async () => {
  const id = `h${process.pid}-${++made}`
  const hosts = { shared: `${id}.localhost`, aliases: [] }
  city = Tenant.parse({ ...structuredClone(belleville), id, hosts })
  const publication = { tenant: city, base: null, author: 'user:op', note: null, reason: 'x', now }
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(city, (db) => publishSettings(db, publication)),
  )
  const personId = await aPerson(city, { role: 'owner', name: 'Awa' })
  by = { id: personId, name: 'Awa', grants: [{ role: 'owner', scopeKind: 'city', scopeValue: null }] }
})

const openDraft = async () => (await inTenant(city, readOpenDraft))!
const save = async (patch: object) => {
  const draft = await inTenant(city, readOpenDraft)
  const seen = { draftId: draft?.id ?? null, rowVersion: draft?.rowVersion ?? 0 }
  expect(await saveSettings(city, { ...seen, patch: { ...patch }, by, now })).toMatchObject({ ok: true })
}
const act = async (how: 'now' | 'propose' | 'take_back') => {
  const { id: draftId, rowVersion } = await openDraft()
  return publishDraftOf(city, { how, draftId, rowVersion, reason: null, by, now })
}
const actions = async () =>
  (await inTenant(city, (db) => db.select().from(auditEvents).orderBy(auditEvents.seq))).map(
    ({ action, actorName }) => `${action} ${actorName}`,
  )

test('the history of a setting says who changed it, from what to what, and where it comes from', async () => {
  await save({ 'theme.brand': '#1b4d89' })
  await act('now')
  await save({ 'theme.brand': '#8a1c4a' })
  const { drafted, published } = await findHistory(city, 'theme.brand')
  expect(drafted).toMatchObject([{ name: 'Awa', before: '#1b4d89', after: '#8a1c4a' }])
  expect(published).toMatchObject([
    { version: 2, kind: 'admin', name: 'Awa', before: belleville.theme.brand, after: '#1b4d89' },
    { version: 1, kind: 'operator', name: 'op', isFirst: true, after: belleville.theme.brand },
  ])
  expect((await findHistory(city, 'population')).published).toHaveLength(1)
})

test('of the sentences of a city only those that changed are told', async () => {
  await save({
    sentences: { 'deposit.title': { fr: 'Proposer {anIdea}' }, 'ideas.title': { fr: 'Les {ideas}' } },
  })
  await act('now')
  await save({
    sentences: { 'deposit.title': { fr: 'Écrire {anIdea}' }, 'ideas.title': { fr: 'Les {ideas}' } },
  })
  expect((await findHistory(city, 'sentences')).drafted).toMatchObject([
    {
      before: { 'deposit.title': { fr: 'Proposer {anIdea}' } },
      after: { 'deposit.title': { fr: 'Écrire {anIdea}' } },
    },
  ])
})

test('what is done with a draft is in the audit, and what was refused is not', async () => {
  await save({ 'theme.brand': '#1b4d89' })
  await act('propose')
  await act('take_back')
  const { id: draftId } = await openDraft()
  await settleDraftOf(city, { draftId, mine: ['theme.brand'], by, now })
  await act('now')
  await rollBackTo(city, { version: 1, by, now })
  expect(await rollBackTo(city, { version: 1, by, now })).toMatchObject({ refusal: 'draft_open' })
  await discardDraftOf(city, { draftId: (await openDraft()).id, by, now })
  expect((await actions()).slice(1)).toEqual([
    'settings_proposed Awa',
    'settings_taken_back Awa',
    'settings_settled Awa',
    'settings_published Awa',
    'settings_rolled_back Awa',
    'settings_discarded Awa',
  ])
})

test('a sentence of the legal pages waits for a second person where the legal answers do', async () => {
  await save({ 'publishing.secondPerson': ['legal'] })
  await act('now')
  await save({ sentences: { 'deposit.title': { fr: 'Proposer {anIdea}' } } })
  expect(await act('now')).toMatchObject({ ok: true })
  await save({ sentences: { 'legal.terms.lead': { fr: 'Autre chose.' } } })
  expect(await act('now')).toMatchObject({ refusal: 'second_person' })
  await discardDraftOf(city, { draftId: (await openDraft()).id, by, now })
  await save({ 'legal.dpoEmail': 'dpo@ville.fr' })
  expect(await act('now')).toMatchObject({ refusal: 'second_person' })
})

test('a way to sign in waits for a second person where the city wants two, and a colour does not', async () => {
  await save({ 'publishing.secondPerson': ['sign_in'] })
  await act('now')
  await save({ 'theme.brand': '#1b4d89' })
  expect(await act('now')).toMatchObject({ ok: true })
  await save({ 'signIn.acts.deposit': 'A2' })
  expect(await act('now')).toMatchObject({ refusal: 'second_person' })
})
