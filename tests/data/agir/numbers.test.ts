import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, memberships, organisationIdentifiers } from '@/drizzle/schema'
import { addNumber } from '@/lib/agir/organisations/identifiers/commands'
import { claimPage } from '@/lib/agir/organisations/proofs/claims/commands'
import { decideProof, noteDissolved } from '@/lib/agir/organisations/proofs/officers/commands'
import { listAsked } from '@/lib/agir/organisations/proofs/queries'
import { inTenant } from '@/lib/db'
import { anOrganisation } from '../../support/agir'
import { belleville as city } from '../../support/deposits'
import { aPerson } from '../../support/factories'
import { anOfficer, aSiren, now, owned, proofOf, refusalOf, text, trustOf } from '../../support/organisations'

const holderOf = async (value: string) => {
  const held = and(eq(organisationIdentifiers.value, value), isNull(organisationIdentifiers.releasedAt))
  return (await inTenant(city, (db) => db.select().from(organisationIdentifiers).where(held))).map(
    ({ organisationId }) => organisationId,
  )
}

test('edge 32: the second to say a number does not get it; somebody of the city looks at both', async () => {
  const [first, second, value] = [await owned(), await owned(), aSiren()]
  const number = { scheme: 'siren', value } as const
  await addNumber(city, { ...first, ...number })
  expect(await addNumber(city, { ...second, ...number })).toMatchObject({ value: { contested: true } })
  expect(refusalOf(await addNumber(city, { ...second, ...number }))).toBe('claimed')
  expect([await holderOf(value), await trustOf(second.organisationId)]).toEqual([[first.organisationId], 0])
  const told = and(eq(journal.aboutId, first.organisationId), eq(journal.kind, 'organisation_contested'))
  expect(await inTenant(city, (db) => db.$count(journal, told))).toBe(1)

  const decided = { proofId: await proofOf(second.organisationId), answer: 'proven', text, now } as const
  expect(await decideProof(city, { ...decided, byId: await anOfficer() })).toMatchObject({ ok: true })
  expect(await holderOf(value)).toEqual([second.organisationId])
  expect([await trustOf(first.organisationId), await trustOf(second.organisationId)]).toEqual([0, 1])
})

test('two who say the same number at once do not both have it', async () => {
  const [first, second, value] = [await owned(), await owned(), aSiren()]
  await Promise.all([first, second].map((own) => addNumber(city, { ...own, scheme: 'siren', value })))
  expect(await holderOf(value)).toHaveLength(1)
})

test('edge 31: the number of one that was dissolved serves nobody any more', async () => {
  const [own, other, value] = [await owned(), await owned(), aSiren()]
  const number = { scheme: 'siren', value } as const
  await addNumber(city, { ...own, ...number })
  const { organisationId } = own
  expect(
    await noteDissolved(city, { organisationId, ...number, byId: await anOfficer(), now }),
  ).toMatchObject({ ok: true })
  expect(await trustOf(organisationId)).toBe(0)
  expect(refusalOf(await addNumber(city, { ...other, ...number }))).toBe('dissolved')
})

test('a page that came from a file is taken over by who shows the city that it is theirs', async () => {
  const { id, slug } = await anOrganisation(city, { trust: 0 })
  const personId = await aPerson(city)
  const said = 'Je suis la trésorière, voici le procès-verbal.'
  expect(await claimPage(city, { slug: slug!, personId, said, now })).toMatchObject({ ok: true })
  expect(refusalOf(await claimPage(city, { slug: slug!, personId, said, now }))).toBe('already_asked')
  const byId = await anOfficer()
  const reader = { grants: [{ role: 'admin', scopeKind: 'city', scopeValue: null }] } as const
  expect((await listAsked(city, reader)).map(({ organisationId }) => organisationId)).toContain(id)
  await decideProof(city, { proofId: await proofOf(id), answer: 'proven', text, byId, now })
  const [own] = await inTenant(city, (db) =>
    db.select().from(memberships).where(eq(memberships.organisationId, id)),
  )
  expect(own).toMatchObject({ personId, role: 'owner', state: 'active' })
})
