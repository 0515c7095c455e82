import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal } from '@/drizzle/schema'
import { addNumber } from '@/lib/agir/organisations/identifiers/commands'
import { changeOrganisation } from '@/lib/agir/organisations/commands'
import { enterCode, makeCode } from '@/lib/agir/organisations/proofs/codes/commands'
import { askProof, expireProofs } from '@/lib/agir/organisations/proofs/commands'
import { checkDomain } from '@/lib/agir/organisations/proofs/domain/commands'
import { decideProof } from '@/lib/agir/organisations/proofs/officers/commands'
import { domainToken } from '@/lib/agir/organisations/proofs/queries'
import { vouchAsOrganisation, vouchAsResident } from '@/lib/agir/organisations/proofs/vouching/commands'
import { inTenant } from '@/lib/db'
import { aMember } from '../../support/agir'
import { belleville as city } from '../../support/deposits'
import { aPerson } from '../../support/factories'
import { anOfficer, aSiren, now, owned, proofOf, refusalOf, text, trustOf } from '../../support/organisations'

const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

test('a number makes one known, and the sign on its own domain proves who it is', async () => {
  const own = await owned({ website: 'https://www.exemple.fr/nous' })
  await addNumber(city, { ...own, scheme: 'siren', value: aSiren() })
  expect(await trustOf(own.organisationId)).toBe(1)
  const sign = `parvis-organisation=${domainToken(city, own.organisationId)}`
  const empty = { texts: () => Promise.resolve(['v=spf1 -all']) }
  const check = { ...own, method: 'dns' } as const
  expect(refusalOf(await checkDomain(city, check, { asked: empty }))).toBe('not_found_there')
  const asked = { texts: (name: string) => Promise.resolve(name === '_parvis.exemple.fr' ? [sign] : []) }
  expect(await checkDomain(city, check, { asked })).toMatchObject({ ok: true })
  expect(await trustOf(own.organisationId)).toBe(2)
})

test('what was shown on one site says nothing of another', async () => {
  const own = await owned({ website: 'https://exemple.fr/' })
  const sign = `parvis-organisation=${domainToken(city, own.organisationId)}`
  const fetched = () => Promise.resolve({ status: 200, type: 'text/plain', text: `# nous\r\n${sign}\r\n` })
  await checkDomain(city, { ...own, method: 'well_known' }, { fetched })
  expect(await trustOf(own.organisationId)).toBe(2)
  const details = {
    kind: 'association',
    name: `Les Amis ${own.organisationId.slice(0, 8)}`,
    summary: 'a',
  } as const
  const page = { ...details, themeIds: [], districtCode: null, story: '', address: null, publicEmail: null }
  await changeOrganisation(city, { ...own, ...page, website: 'https://ailleurs.fr/' })
  expect(await trustOf(own.organisationId)).toBe(0)
})

test('the site of nobody, or one that does not answer, proves nothing', async () => {
  const [bare, away] = [await owned(), await owned({ website: 'https://exemple.fr/' })]
  expect(refusalOf(await checkDomain(city, { ...bare, method: 'dns' }))).toBe('no_website')
  const fetched = () => Promise.reject(new Error('redirect_refused'))
  expect(refusalOf(await checkDomain(city, { ...away, method: 'well_known' }, { fetched }))).toBe(
    'cannot_be_asked',
  )
  const inside = await owned({ website: 'https://localhost.localhost/' })
  expect(refusalOf(await checkDomain(city, { ...inside, method: 'well_known' }))).toBe('cannot_be_asked')
})

test('a code that was posted is given back within five tries, once', async () => {
  const [own, byId] = [await owned(), await anOfficer()]
  await askProof(city, { ...own, method: 'letter_code', said: '3 rue du Port' })
  expect(refusalOf(await askProof(city, { ...own, method: 'letter_code', said: 'x' }))).toBe('already_asked')
  const made = await makeCode(city, { proofId: await proofOf(own.organisationId), byId, now })
  if (!made.ok) throw new Error(made.refusal)
  expect(refusalOf(await enterCode(city, { ...own, code: '00000000' }))).toBe('wrong_code')
  const stranger = await aPerson(city)
  expect(refusalOf(await enterCode(city, { ...own, personId: stranger, code: made.value.code }))).toBe(
    'not_there',
  )
  expect(await enterCode(city, { ...own, code: made.value.code })).toMatchObject({ ok: true })
  expect(await trustOf(own.organisationId)).toBe(2)
  expect(refusalOf(await enterCode(city, { ...own, code: made.value.code }))).toBe('not_there')
})

test('the sixth guess is refused even when it is right', async () => {
  const [own, byId] = [await owned(), await anOfficer()]
  await askProof(city, { ...own, method: 'letter_code', said: '3 rue du Port' })
  const made = await makeCode(city, { proofId: await proofOf(own.organisationId), byId, now })
  if (!made.ok) throw new Error(made.refusal)
  for (let tries = 0; tries < 5; tries++) await enterCode(city, { ...own, code: '00000000' })
  expect(refusalOf(await enterCode(city, { ...own, code: made.value.code }))).toBe('too_many_tries')
})

test('somebody of the city decides with reasons, but not about their own', async () => {
  const [own, byId] = [await owned(), await anOfficer()]
  await askProof(city, { ...own, method: 'document', said: 'Le récépissé, mardi matin' })
  const decided = { proofId: await proofOf(own.organisationId), answer: 'proven', text, now } as const
  await aMember(city, own.organisationId, byId, { role: 'member' })
  expect(refusalOf(await decideProof(city, { ...decided, byId }))).toBe('own_organisation')
  expect(refusalOf(await decideProof(city, { ...decided, byId: await aPerson(city) }))).toBe('outside_scope')
  expect(await decideProof(city, { ...decided, byId: await anOfficer() })).toMatchObject({ ok: true })
  expect(await trustOf(own.organisationId)).toBe(2)
})

test('a group without a number is vouched for by two residents, who are not of it', async () => {
  const { slug, organisationId, personId } = await owned({ kind: 'neighbours' })
  const resident = () => aPerson(city, { assurance: 'A3', residence: 'lives' })
  const one = await resident()
  expect(await vouchAsResident(city, { slug, personId: one, now })).toMatchObject({ ok: true })
  expect(refusalOf(await vouchAsResident(city, { slug, personId: one, now }))).toBe('already_vouched')
  expect(refusalOf(await vouchAsResident(city, { slug, personId, now }))).toBe('own_organisation')
  expect(await trustOf(organisationId)).toBe(0)
  await vouchAsResident(city, { slug, personId: await resident(), now })
  expect(await trustOf(organisationId)).toBe(1)
})

test('one that was verified answers for another; one that was only vouched for does not', async () => {
  const [first, second, third] = [await owned(), await owned(), await owned()]
  const vouch = (from: typeof first, to: typeof first) =>
    vouchAsOrganisation(city, {
      slug: to.slug,
      byOrganisationId: from.organisationId,
      personId: from.personId,
      now,
    })
  expect(refusalOf(await vouch(first, second))).toBe('known_too_little')
  await askProof(city, { ...first, method: 'document', said: 'Le récépissé' })
  await decideProof(city, {
    proofId: await proofOf(first.organisationId),
    answer: 'proven',
    text,
    byId: await anOfficer(),
    now,
  })
  expect(await vouch(first, second)).toMatchObject({ ok: true })
  expect(await trustOf(second.organisationId)).toBe(2)
  expect(refusalOf(await vouch(second, third))).toBe('known_too_little')
})

test('a year later it is to be proven again, and those who run it are told once', async () => {
  const own = await owned()
  await addNumber(city, { ...own, scheme: 'siren', value: aSiren() })
  await expireProofs(city, later(300))
  expect(await trustOf(own.organisationId)).toBe(1)
  await expireProofs(city, later(370))
  await expireProofs(city, later(371))
  expect(await trustOf(own.organisationId)).toBe(0)
  const told = and(eq(journal.aboutId, own.organisationId), eq(journal.kind, 'organisation_to_prove'))
  expect(await inTenant(city, (db) => db.$count(journal, told))).toBe(1)
})
