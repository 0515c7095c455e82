import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, activityClaims, grants, journal } from '@/drizzle/schema'
import { askForActivity, decideClaim } from '@/lib/agir/sources/claims/commands'
import { findClaimable } from '@/lib/agir/sources/claims/queries'
import { listSourceWork } from '@/lib/agir/sources/queries'
import { precedence } from '@/lib/agir/sources/rules'
import { inTenant } from '@/lib/db'
import { tell } from '@/lib/notifications/telling/commands'
import type { Grant } from '@/lib/people/rules'
import { shippedCities } from '@/tenants/shipped'
import { aMember, anActivity, anOrganisation } from '../../support/agir'
import { aPerson } from '../../support/factories'
import { noticesOf } from '../../support/letters'

const belleville = shippedCities.find(({ id }) => id === 'belleville')!
const now = new Date('2026-11-22T10:00:00Z')
const said = 'Nous l’organisons depuis 2019 ; notre présidente répond au 01 02 03 04 05.'
const reply = 'Votre site annonce bien la même fête, au même endroit et à la même heure.'
const refusalOf = (outcome: { ok: boolean; refusal?: string }) => (outcome.ok ? 'done' : outcome.refusal)

const anImport = (detail: Partial<typeof activities.$inferInsert> = {}) =>
  anActivity(belleville, {
    ...{ origin: 'agenda', originId: crypto.randomUUID(), originUrl: 'https://agenda.exemple.fr/fete' },
    ...{ districtCode: 'la-gare', originSeenAt: now },
    ...detail,
  })

/** An organisation, and somebody who runs its page unless another role is said. */
async function ours(role: 'owner' | 'coordinator' = 'owner') {
  const [{ id }, personId] = [await anOrganisation(belleville), await aPerson(belleville)]
  await aMember(belleville, id, personId, { role })
  return { organisationId: id, personId }
}

type Ours = Awaited<ReturnType<typeof ours>>
const ask = (slug: string, who: Ours) =>
  askForActivity(belleville, { slug, ...who, said, proofUrl: 'https://fete.exemple.fr/', now })

async function waitingClaim(slug: string, who: Ours) {
  expect(refusalOf(await ask(slug, who))).toBe('done')
  const isIt = and(eq(activityClaims.organisationId, who.organisationId), eq(activityClaims.state, 'waiting'))
  const [claim] = await inTenant(belleville, (db) => db.select().from(activityClaims).where(isIt))
  return claim!
}

const officer = () => aPerson(belleville, { role: 'admin' })
const decide = async (claimId: string, answer: 'grant' | 'refuse', byId: string) =>
  refusalOf(await decideClaim(belleville, { claimId, answer, reply, byId, now }))
const rowOf = async (id: string) =>
  (await inTenant(belleville, (db) => db.select().from(activities).where(eq(activities.id, id))))[0]!

test('what was imported becomes an organisation’s once the city has looked, and says still where it comes from', async () => {
  const [{ id, slug }, who, byId] = [await anImport(), await ours(), await officer()]
  const claim = await waitingClaim(slug, who)
  expect(await rowOf(id)).toMatchObject({ organisationId: null, claimedAt: null })
  expect(await findClaimable(belleville, slug, who.personId)).toMatchObject({ choices: [], asked: [{}] })
  expect(await decide(claim.id, 'grant', byId)).toBe('done')
  const row = await rowOf(id)
  expect(row).toMatchObject({ organisationId: who.organisationId, claimedAt: now, origin: 'agenda' })
  expect(row.originUrl).toBe('https://agenda.exemple.fr/fete')
  expect(precedence(row)).toBe(3)
  expect(await decide(claim.id, 'refuse', byId)).toBe('already_decided')
  expect(refusalOf(await ask(slug, who))).toBe('already_yours')
})

test('a claim that is refused changes nothing, is answered with its reasons, and may be made again', async () => {
  const [{ id, slug }, who, byId] = [await anImport(), await ours(), await officer()]
  const claim = await waitingClaim(slug, who)
  expect(await decide(claim.id, 'refuse', byId)).toBe('done')
  expect(await rowOf(id)).toMatchObject({ organisationId: null, claimedAt: null })
  expect(await toldOf(id, 'activity_claim_refused', who.personId)).toBe(1)
  await waitingClaim(slug, who)
})

/** How often somebody is told that this happened. */
async function toldOf(
  aboutId: string,
  kind: 'activity_claim_refused' | 'activity_claim_lost',
  personId: string,
) {
  const isIt = and(eq(journal.aboutId, aboutId), eq(journal.kind, kind))
  const events = await inTenant(belleville, (db) => db.select().from(journal).where(isIt))
  for (const { id } of events) await tell(belleville, id, now)
  const ids = events.map(({ id }) => id)
  return (await noticesOf(personId, belleville)).filter(({ eventId }) => ids.includes(eventId)).length
}

test('one that another organisation holds may be contested, and whoever loses it is told why', async () => {
  const [{ id, slug }, first, second, byId] = [await anImport(), await ours(), await ours(), await officer()]
  await decide((await waitingClaim(slug, first)).id, 'grant', byId)
  const contest = await waitingClaim(slug, second)
  const acting: Grant[] = [{ role: 'admin', scopeKind: 'city', scopeValue: null }]
  const { claims } = await listSourceWork(belleville, { id: byId, grants: acting }, now)
  const holder = (await rowOf(id)).organisationId
  expect(claims.find((one) => one.id === contest.id)).toMatchObject({ said, holder: expect.any(String) })
  expect(holder).toBe(first.organisationId)
  expect(await decide(contest.id, 'grant', byId)).toBe('done')
  expect((await rowOf(id)).organisationId).toBe(second.organisationId)
  expect(await toldOf(id, 'activity_claim_lost', first.personId)).toBe(1)
})

test('only who runs a page asks, only for what was imported, and nobody decides on their own claim', async () => {
  const [{ slug }, who, byId] = [await anImport(), await ours(), await officer()]
  expect(refusalOf(await ask(slug, await ours('coordinator')))).toBe('no_organisation')
  const stranger = { ...who, personId: await aPerson(belleville) }
  expect(refusalOf(await ask(slug, stranger))).toBe('no_organisation')
  expect(refusalOf(await ask((await anActivity(belleville)).slug, who))).toBe('not_imported')
  expect(refusalOf(await ask('nulle-part', who))).toBe('not_there')
  const claim = await waitingClaim(slug, who)
  expect(refusalOf(await ask(slug, who))).toBe('already_asked')
  expect(await decide(claim.id, 'grant', who.personId)).toBe('outside_scope')
  expect(await decide(claim.id, 'grant', await areaAdmin('centre-bourg'))).toBe('outside_scope')
  const near = await areaAdmin('la-gare')
  await aMember(belleville, who.organisationId, near)
  expect(await decide(claim.id, 'grant', near)).toBe('own_organisation')
  expect(await decide(claim.id, 'grant', byId)).toBe('done')
})

/** Somebody who acts for the city in one district, since yesterday. */
async function areaAdmin(scopeValue: string): Promise<string> {
  const personId = await aPerson(belleville)
  const since = { startsAt: new Date(Date.now() - 86_400_000), personId }
  const role = { role: 'area_admin', scopeKind: 'district', scopeValue } as const
  await inTenant(belleville, (db) => db.insert(grants).values({ ...since, ...role }))
  return personId
}

test('asked for several times at once, it is asked once', async () => {
  const [{ slug }, who] = [await anImport(), await ours()]
  const answers = await Promise.all([1, 2, 3, 4].map(() => ask(slug, who)))
  expect(answers.map(refusalOf).sort()).toEqual(['already_asked', 'already_asked', 'already_asked', 'done'])
})
