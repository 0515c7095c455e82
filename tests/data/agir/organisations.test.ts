import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, organisations } from '@/drizzle/schema'
import {
  beginOrganisation,
  changeOrganisation,
  discardOrganisation,
  sendOrganisation,
} from '@/lib/agir/organisations/commands'
import { BeginInput } from '@/lib/agir/organisations/input'
import { readDirectory } from '@/lib/agir/organisations/listing/input'
import { listDirectory } from '@/lib/agir/organisations/listing/queries'
import { findManaged, findPublicOrganisation, speaksFor } from '@/lib/agir/organisations/queries'
import { inTenant } from '@/lib/db'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { refuseSubject, publishSubject } from '@/lib/moderation/submissions/commands'
import { readersOf } from '@/lib/notifications/telling/queries'
import { aMember, anOrganisationAwaitedBy } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aReader, taskOf, why } from '../../support/desk'
import { aPerson, marsa } from '../../support/factories'

const now = new Date()
const everyone = { after: '00000000-0000-0000-0000-000000000000', most: 100 }

const page = (name = `Jardin ${crypto.randomUUID().slice(0, 8)}`) => ({
  kind: 'collective' as const,
  name,
  summary: 'Nous jardinons ensemble le samedi, au pied des tours.',
  themeIds: ['nature'],
  districtCode: null,
  website: null,
})

async function begun(detail = page()) {
  const personId = await aPerson(belleville)
  const outcome = await beginOrganisation(belleville, { ...detail, personId, locale: 'fr', now })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return { organisationId: outcome.value.id, personId, now, name: detail.name }
}

async function published() {
  const own = await begun()
  await sendOrganisation(belleville, own)
  const act = { taskId: await taskOf(own.organisationId, 'submission'), byId: await aReader(), now }
  expect(await publishSubject(belleville, act)).toMatchObject({ ok: true })
  return { ...own, slug: (await rowOf(own.organisationId)).slug! }
}

async function rowOf(id: string) {
  const [row] = await inTenant(belleville, (db) =>
    db.select().from(organisations).where(eq(organisations.id, id)),
  )
  return row!
}

test('a collective without a number is nobody’s to see until the city has read its page', async () => {
  const own = await begun()
  expect(await findPublicOrganisation(belleville, own.organisationId)).toBeNull()
  expect(await inTenant(belleville, (db) => speaksFor(db, own.personId))).toEqual([])
  const { slug } = await published()
  expect(await findPublicOrganisation(belleville, slug)).toMatchObject({ trust: 0, members: 1 })
})

test('who began it speaks for it once it is in view, and for no other', async () => {
  const { organisationId, personId } = await published()
  const spokenFor = await inTenant(belleville, (db) => speaksFor(db, personId))
  expect(spokenFor.map(({ id, role }) => [id, role])).toEqual([[organisationId, 'owner']])
})

test('new words of one the city knows little wait, and those that were read stay', async () => {
  const { slug, name, ...own } = await published()
  const wish = { ...page('Achetez nos montres'), story: '', address: null, publicEmail: 'nous@exemple.fr' }
  expect(await changeOrganisation(belleville, { ...own, ...wish })).toMatchObject({ value: { waits: true } })
  expect(await findPublicOrganisation(belleville, slug)).toMatchObject({
    name,
    publicEmail: 'nous@exemple.fr',
  })

  const act = { taskId: await taskOf(own.organisationId, 'submission'), byId: await aReader(), now }
  const reasons = { code: 'advert', text: why, groundText: null } as const
  expect(await refuseSubject(belleville, { ...act, ...reasons })).toMatchObject({ ok: true })
  expect(await findPublicOrganisation(belleville, slug)).toMatchObject({ name })
  expect((await rowOf(own.organisationId)).wish).toBeNull()
})

test('new words that a reader accepts take the place of the others', async () => {
  const { slug, ...own } = await published()
  const wish = { ...page(), story: 'Depuis 2019.', address: null, publicEmail: null }
  await changeOrganisation(belleville, { ...own, ...wish })
  const act = { taskId: await taskOf(own.organisationId, 'submission'), byId: await aReader(), now }
  await publishSubject(belleville, act)
  expect(await findPublicOrganisation(belleville, slug)).toMatchObject({
    name: wish.name,
    story: 'Depuis 2019.',
  })
})

test('one that is declined says why to who began it, and cannot be sent again without an appeal', async () => {
  const own = await begun()
  await sendOrganisation(belleville, own)
  const act = { taskId: await taskOf(own.organisationId, 'submission'), byId: await aReader(), now }
  await refuseSubject(belleville, { ...act, code: 'unclear', text: why, groundText: null })
  expect(await findManaged(belleville, own.organisationId, own.personId)).toMatchObject({
    state: 'rejected',
    refusalText: why,
  })
  expect(await sendOrganisation(belleville, own)).toEqual({ ok: false, refusal: 'not_ready' })
})

test('one that is suspended is out of view and out of the directory at once', async () => {
  const { organisationId, slug, name } = await published()
  const byId = await aReader()
  const taken = await takeUp(belleville, { kind: 'organisation', address: slug, byId, now })
  if (!taken.ok) throw new Error(taken.refusal)
  const act = { taskId: taken.value.taskId, byId, now }
  await hideSubject(belleville, { ...act, code: 'spam', text: why, groundText: null })
  expect(await findPublicOrganisation(belleville, slug)).toBeNull()
  expect((await rowOf(organisationId)).state).toBe('suspended')
  expect((await found(name)).total).toBe(0)
})

test('nobody declines or suspends by changing the row alone', async () => {
  const { organisationId } = await published()
  const suspended = inTenant(belleville, (db) =>
    db.update(organisations).set({ state: 'suspended' }).where(eq(organisations.id, organisationId)),
  )
  await expect(suspended).rejects.toThrow()
})

test('two of the same name, or of the city’s, do not both have a page', async () => {
  const { name } = await published()
  const [personId, other] = [await aPerson(belleville), { locale: 'fr', now }]
  const again = (said: string) => beginOrganisation(belleville, { ...page(said), ...other, personId })
  expect(await again(name.toUpperCase())).toEqual({ ok: false, refusal: 'name_taken' })
  expect(await again('Mairie de Belleville-sur-Orle')).toEqual({ ok: false, refusal: 'name_reserved' })
})

test('somebody else neither changes, sends nor throws it away', async () => {
  const own = { ...(await begun()), personId: await aPerson(belleville) }
  const change = { ...page(), story: '', address: null, publicEmail: null }
  const refusals = [
    await changeOrganisation(belleville, { ...own, ...change }),
    await sendOrganisation(belleville, own),
    await discardOrganisation(belleville, own),
  ]
  expect(refusals.map((outcome) => !outcome.ok && outcome.refusal)).toEqual([
    'not_there',
    'not_there',
    'not_there',
  ])
})

test('edge 22: a form that says how far it is to be trusted, or its city, is read without that', () => {
  const read = BeginInput({ tenant: { themes: [{ id: 'nature' }], territory: { districts: [] } } as never })
  const sent = { ...page(), districtCode: '', website: '', trust: 3, state: 'active', tenantId: 'ailleurs' }
  expect(Object.keys(read.parse(sent)).sort()).toEqual(Object.keys(page()).sort())
})

const found = (words: string) =>
  listDirectory(
    belleville,
    readDirectory({ q: words }, { themes: [], territory: { districts: [] } } as never),
  )

test('the directory finds a name whatever its accents, and nobody of another city', async () => {
  const { name } = await published()
  expect((await found(`jârdin ${name.slice(7)}`)).shown.map((one) => one.name)).toEqual([name])
  const elsewhere = await listDirectory(
    marsa,
    await readDirectory({ q: name }, { themes: [], territory: { districts: [] } } as never),
  )
  expect(elsewhere.total).toBe(0)
})

test('a reader of the city who is of it leaves it to another', async () => {
  const own = await begun()
  await sendOrganisation(belleville, own)
  const byId = await aReader()
  await aMember(belleville, own.organisationId, byId, { role: 'member' })
  const act = { taskId: await taskOf(own.organisationId, 'submission'), byId, now }
  expect(await publishSubject(belleville, act)).toEqual({ ok: false, refusal: 'own_item' })
})

test('edge 33: whoever is registered for many dates of one that is suspended is told once', async () => {
  const personId = await aPerson(belleville)
  const { id, slug } = await anOrganisationAwaitedBy(belleville, personId)
  const byId = await aReader()
  const taken = await takeUp(belleville, { kind: 'organisation', address: slug!, byId, now })
  if (!taken.ok) throw new Error(taken.refusal)
  const reasons = { code: 'spam', text: why, groundText: null } as const
  await hideSubject(belleville, { taskId: taken.value.taskId, byId, now, ...reasons })
  const paused = and(eq(journal.aboutId, id), eq(journal.kind, 'organisation_paused'))
  const [entry] = await inTenant(belleville, (db) => db.select().from(journal).where(paused))
  const asked = readersOf({ ...entry!, kind: 'organisation_paused' }, ['registered'], everyone)
  const told = await inTenant(belleville, (db) => db.execute<{ person_id: string }>(asked))
  expect(told.map((one) => one.person_id)).toEqual([personId])
  expect(JSON.stringify(entry!.detail)).not.toContain(why)
})
