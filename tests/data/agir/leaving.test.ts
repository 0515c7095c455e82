import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { memberships, tasks } from '@/drizzle/schema'
import { beginOrganisation } from '@/lib/agir/organisations/commands'
import { addNumber } from '@/lib/agir/organisations/identifiers/commands'
import { closeOrganisation } from '@/lib/agir/organisations/leaving/commands'
import { findPublicOrganisation } from '@/lib/agir/organisations/queries'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { aDate, aMember, anActivity } from '../../support/agir'
import { belleville as city } from '../../support/deposits'
import { aPerson } from '../../support/factories'
import { aSiren, now, owned } from '../../support/organisations'

const tasksAbout = (id: string) =>
  inTenant(city, (db) =>
    db
      .select()
      .from(tasks)
      .where(and(eq(tasks.subjectId, id), eq(tasks.kind, 'own_initiative'))),
  )

test('edge 9: an account deleted by the only owner leaves the page to somebody of the city', async () => {
  const { organisationId, slug, personId } = await owned()
  await deleteAccount(city, { personId, now })
  expect(await findPublicOrganisation(city, slug)).toMatchObject({ owners: 0, members: 0 })
  expect((await tasksAbout(organisationId)).map(({ matter }) => matter)).toEqual([{ left: 'owner' }])
})

test('an account deleted by one owner of two changes nothing for the other', async () => {
  const { organisationId, slug, personId } = await owned()
  await aMember(city, organisationId, await aPerson(city))
  await deleteAccount(city, { personId, now })
  expect(await findPublicOrganisation(city, slug)).toMatchObject({ owners: 1 })
  expect(await tasksAbout(organisationId)).toEqual([])
  const left = await inTenant(city, (db) =>
    db.select().from(memberships).where(eq(memberships.personId, personId)),
  )
  expect(left.map(({ state }) => state)).toEqual(['left'])
})

test('an organisation is closed once nobody is awaited, and its number may serve another', async () => {
  const own = await owned()
  const number = { scheme: 'siren', value: aSiren() } as const
  await addNumber(city, { ...own, ...number })
  const { id } = await anActivity(city, { organisationId: own.organisationId })
  await aDate(city, id, new Date(now.getTime() + 86_400_000))
  expect(await closeOrganisation(city, own)).toEqual({ ok: false, refusal: 'has_dates' })
  const later = { ...own, now: new Date(now.getTime() + 3 * 86_400_000) }
  expect(await closeOrganisation(city, { ...later, personId: await aPerson(city) })).toMatchObject({
    ok: false,
  })
  expect(await closeOrganisation(city, later)).toMatchObject({ ok: true })
  expect(await findPublicOrganisation(city, own.slug)).toBeNull()
  expect(await addNumber(city, { ...(await owned()), ...number })).toMatchObject({
    value: { contested: false },
  })
})

test('nobody but those who act for the city presents one of its programmes', async () => {
  const page = { name: `Programme ${crypto.randomUUID()}`, summary: 'Des volontaires formés par la ville.' }
  const about = {
    kind: 'city_programme' as const,
    themeIds: [],
    districtCode: null,
    website: null,
    locale: 'fr',
  }
  const asked = { ...page, ...about, personId: await aPerson(city), now }
  expect(await beginOrganisation(city, asked)).toEqual({ ok: false, refusal: 'city_only' })
  expect(await beginOrganisation(city, { ...asked, isStaff: true })).toMatchObject({ ok: true })
})
