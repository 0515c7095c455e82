import { beforeEach, expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { messagesOf } from '@/lib/i18n/city-messages'
import { changeDraft } from '@/lib/tenancy/drafts/commands'
import { publishDraft } from '@/lib/tenancy/drafts/publishing/commands'
import { readHead, readOpenDraft } from '@/lib/tenancy/drafts/queries'
import { saySentence } from '@/lib/tenancy/sentences/commands'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'
import { aPerson } from '../../support/factories'

const now = new Date('2026-11-21T12:00:00Z')
const key = 'deposit.title'
let made = 0
let city: Tenant
let by: Awaited<ReturnType<typeof someone>>

beforeEach(async () => {
  const id = `m${process.pid}-${++made}`
  city = Tenant.parse({
    ...structuredClone(belleville),
    id,
    hosts: { shared: `${id}.localhost`, aliases: [] },
  })
  const publication = { tenant: city, base: null, author: 'user:op', note: null, reason: 'x', now }
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(city, (db) => publishSettings(db, publication)),
  )
  by = await someone()
})

async function someone() {
  const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
  return { id: await aPerson(city, { role: 'owner' }), name: 'Awa', grants }
}

const say = (fr: string | null, seen = '', sentence = key) =>
  saySentence(city, { key: sentence, texts: { fr }, seen: { fr: seen }, by, now })
const drafted = async () =>
  Tenant.parse((await inTenant(city, readOpenDraft))!.settings).sentences as Record<string, object>

test('a sentence is said by the city from its publication on, and by the product again once given back', async () => {
  expect(await say('Proposer {anIdea}')).toMatchObject({ ok: true })
  expect((await inTenant(city, readHead)).settings.sentences).toEqual({})
  await publish()
  const { settings } = await inTenant(city, readHead)
  expect(messagesOf(settings, 'fr').deposit.title).toBe('Proposer {anIdea}')

  expect(await say(null, 'Proposer {anIdea}')).toMatchObject({ ok: true })
  expect(await drafted()).toEqual({})
})

async function publish() {
  await inTenant(city, async (db) => {
    const { id: draftId, rowVersion } = (await readOpenDraft(db))!
    expect(await publishDraft(db, { draftId, rowVersion, reason: null, by, now })).toMatchObject({ ok: true })
  })
}

test('two people write different sentences, and neither loses theirs', async () => {
  await say('Proposer {anIdea}')
  expect(await say('Les {ideas}', '', 'ideas.title')).toMatchObject({ ok: true })
  expect(Object.keys(await drafted()).sort()).toEqual([key, 'ideas.title'])
  expect(await say('Écrire {anIdea}')).toMatchObject({
    ok: false,
    errors: { 'said.fr': { code: 'edited_meanwhile', said: { theirs: 'Proposer {anIdea}' } } },
  })
  expect(await say('Écrire {anIdea}', 'Proposer {anIdea}')).toMatchObject({ ok: true })
})

test('a sentence that the product could not say is refused where it is written, and whatever way it comes', async () => {
  expect(await say('Proposer {author}')).toMatchObject({
    errors: { 'said.fr': { code: 'sentence_stranger', said: { named: '{author}' } } },
  })
  await say('Proposer {anIdea}')
  const { id: draftId, rowVersion } = (await inTenant(city, readOpenDraft))!
  const patch = { sentences: { [key]: { fr: '<script>x</script>' } } }
  const forced = inTenant(city, (db) => changeDraft(db, { draftId, rowVersion, patch, by, now }))
  expect(await forced).toMatchObject({ refusal: 'cannot_be_so', problems: [{ code: 'sentence_markup' }] })
})

test('what is not a sentence of a city is not kept', async () => {
  expect(await say('x', '', 'operator.title')).toMatchObject({ ok: false, refusal: 'cannot_be_so' })
})
