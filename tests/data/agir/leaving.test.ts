import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { memberships, tasks } from '@/drizzle/schema'
import { findPublicOrganisation } from '@/lib/agir/organisations/queries'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { aMember } from '../../support/agir'
import { belleville as city } from '../../support/deposits'
import { aPerson } from '../../support/factories'
import { now, owned } from '../../support/organisations'

const tasksAbout = (id: string) =>
  inTenant(city, (db) =>
    db
      .select()
      .from(tasks)
      .where(and(eq(tasks.subjectId, id), eq(tasks.kind, 'own_initiative'))),
  )

test('9: an account deleted by the only owner leaves the page to somebody of the city', async () => {
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
