import { randomUUID } from 'node:crypto'
import { desc, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, people, supportBans } from '@/drizzle/schema'
import { writeComment } from '@/lib/comments/commands'
import { inTenant } from '@/lib/db'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { appealBan } from '@/lib/people/bans/appealing/commands'
import { askForBan, confirmBan, reviewBan } from '@/lib/people/bans/commands'
import { findOwnBan } from '@/lib/people/bans/queries'
import { declare } from '@/lib/people/commands'
import { shippedCities } from '@/tenants/shipped'
import { byLink } from '../support/browser-session'
import { anIdea, aPerson, someoneSignedIn } from '../support/factories'

const paris = shippedCities.find(({ id }) => id === 'paris')!
const now = new Date()
const tie = { birthYear: 1980, residence: 'lives', districtCode: null } as const

test('edge 44: an address for a few minutes comes in, speaks, and never says who it is', async () => {
  const short = await byLink(paris, `${randomUUID()}@a.yopmail.com`)
  const { id } = await anIdea(paris)
  const said = { parentId: null, stance: 'for', body: 'Je la soutiens.', locale: 'fr', now } as const
  expect(await writeComment(paris, { ideaId: id, personId: short.personId, ...said })).toMatchObject({
    ok: true,
  })
  const asked = { personId: short.personId, ...tie, now }
  expect(await declare(paris, asked)).toEqual({ ok: false, refusal: 'disposable_address' })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...short })).toMatchObject({ status: 403 })
  const open = { ...paris, signIn: { ...paris.signIn, disposableDomains: [] } }
  expect(await declare(open, asked)).toMatchObject({ ok: true })
  const [person] = await inTenant(paris, (db) =>
    db.select({ assurance: people.assurance }).from(people).where(eq(people.id, short.personId)),
  )
  expect(person).toEqual({ assurance: 'A2' })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...short })).toMatchObject({ status: 200 })
})

const reason = 'Douze comptes ouverts le même soir, depuis le même ordinateur.'

/** Three people who answer for the city everywhere. */
async function three() {
  const grants = [{ role: 'admin', scopeKind: 'city', scopeValue: null }] as const
  const ids = [await aPerson(paris), await aPerson(paris), await aPerson(paris)]
  return ids.map((id) => ({ by: { id, grants }, now }))
}

test('edge 76: whose voices are set aside by two people learns why, disagrees, and a third gives them back', async () => {
  const voice = await someoneSignedIn(paris)
  const [gathers, other] = [await anIdea(paris), await anIdea(paris)]
  for (const { id } of [gathers, other]) await giveSupport({ tenant: paris, ideaId: id, ...voice })
  const countOf = async ({ id }: { id: string }) =>
    (await inTenant(paris, (db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!.supportCount
  const [first, second, third] = await three()
  const { personId } = voice
  expect(await askForBan(paris, { ...first!, personId, reason })).toMatchObject({ ok: true })
  expect(await askForBan(paris, { ...second!, personId, reason })).toMatchObject({
    refusal: 'already_barred',
  })
  const [ban] = await inTenant(paris, (db) =>
    db.select().from(supportBans).where(eq(supportBans.personId, personId)),
  )
  const banId = ban!.id
  expect([await countOf(gathers), await findOwnBan(paris, personId)]).toEqual([1, null])
  expect(await confirmBan(paris, { ...first!, banId })).toEqual({ ok: false, refusal: 'same_person' })
  expect(await confirmBan(paris, { ...second!, banId })).toMatchObject({ ok: true })

  expect([await countOf(gathers), await countOf(other)]).toEqual([0, 0])
  expect(await giveSupport({ tenant: paris, ideaId: gathers.id, ...voice })).toEqual({
    status: 409,
    reason: 'barred',
  })
  expect(await findOwnBan(paris, personId)).toMatchObject({ reason, appeal: null })
  expect(await appealBan(paris, { personId, appeal: reason, now })).toMatchObject({ ok: true })
  expect(await appealBan(paris, { personId, appeal: reason, now })).toMatchObject({
    refusal: 'appealed_already',
  })
  const lifted = { banId, outcome: 'lifted', reply: reason } as const
  for (const one of [first!, second!])
    expect(await reviewBan(paris, { ...one, ...lifted })).toEqual({ ok: false, refusal: 'same_person' })
  expect(await reviewBan(paris, { ...third!, ...lifted })).toMatchObject({ ok: true })
  expect([await countOf(gathers), await countOf(other)]).toEqual([1, 1])
  expect(await giveSupport({ tenant: paris, ideaId: gathers.id, ...voice })).toMatchObject({ repeated: true })
  const told = await inTenant(paris, (db) =>
    db
      .select({ kind: journal.kind })
      .from(journal)
      .where(inArray(journal.aboutId, [personId]))
      .orderBy(desc(journal.at)),
  )
  expect(told.map(({ kind }) => kind).sort()).toEqual([
    'supports_bar_appealed',
    'supports_barred',
    'supports_unbarred',
  ])
})

test('edge 76: no row of what somebody’s suspension keeps says where their voices were, nor does Postgres let one decide', async () => {
  const voice = await someoneSignedIn(paris)
  const { id } = await anIdea(paris)
  await giveSupport({ tenant: paris, ideaId: id, ...voice })
  const [first, second] = await three()
  await askForBan(paris, { ...first!, personId: voice.personId, reason })
  const [ban] = await inTenant(paris, (db) =>
    db.select().from(supportBans).where(eq(supportBans.personId, voice.personId)),
  )
  const alone = inTenant(paris, (db) =>
    db
      .update(supportBans)
      .set({ confirmedById: first!.by.id, confirmedAt: now })
      .where(eq(supportBans.id, ban!.id)),
  )
  await expect(alone).rejects.toMatchObject({ cause: { constraint_name: 'support_bans_by_two' } })
  await confirmBan(paris, { ...second!, banId: ban!.id })
  const [kept] = await inTenant(paris, (db) =>
    db.select().from(supportBans).where(eq(supportBans.id, ban!.id)),
  )
  const { voicesSealed, ...plain } = kept!
  expect(voicesSealed!.toString()).toMatch(/^v1\./)
  expect(voicesSealed!.toString() + JSON.stringify(plain)).not.toContain(id)
})
