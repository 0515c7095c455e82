import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activities, registrations } from '@/drizzle/schema'
import { cancelDate } from '@/lib/agir/dates/commands'
import { addTiming } from '@/lib/agir/activities/answers/timing/commands'
import { sendActivity } from '@/lib/agir/activities/publishing/commands'
import { vouchAsResident } from '@/lib/agir/organisations/proofs/vouching/commands'
import { inTenant } from '@/lib/db'
import { aDraft, anOffer, now, saturdays } from '../../support/activities'
import { aDate, aMember, anActivity, anOrganisation } from '../../support/agir'
import { belleville as city } from '../../support/deposits'
import { aPerson } from '../../support/factories'

async function aCollective(detail: Parameters<typeof anOrganisation>[1] = {}) {
  const personId = await aPerson(city)
  const { id, slug } = await anOrganisation(city, { kind: 'collective', trust: 0, ...detail })
  await aMember(city, id, personId)
  return { id, slug, personId }
}

/** Something of theirs that everyone sees, with a date to come. */
async function announced(organisationId: string) {
  const { id: activityId } = await anActivity(city, { organisationId })
  return { activityId, ...(await aDate(city, activityId, new Date('2026-12-01T17:00:00Z'))) }
}

const asksFor = async ({ id, personId }: { id: string; personId: string }) =>
  sendActivity(city, { activityId: await aDraft(personId, id), personId, now })

test('a collective without a number announces three things at a time, until it has held one', async () => {
  const group = await aCollective()
  const [first] = [await announced(group.id), await announced(group.id)]
  expect(await asksFor(group)).toMatchObject({ ok: true })
  expect(await asksFor(group)).toMatchObject({ refusal: 'too_many_open' })
  const came = { personId: await aPerson(city), state: 'attended' as const, at: now, changedAt: now }
  const { id: occurrenceId, positionId, activityId } = first
  const row = { activityId, occurrenceId, positionId, requestId: crypto.randomUUID(), ...came }
  await inTenant(city, (db) => db.insert(registrations).values(row))
  expect(await asksFor(group)).toMatchObject({ ok: true })
})

test('what is called off makes room for another', async () => {
  const group = await aCollective()
  const [first] = [await announced(group.id), await announced(group.id), await announced(group.id)]
  expect(await asksFor(group)).toMatchObject({ refusal: 'too_many_open' })
  const off = { dateId: first.id, personId: group.personId, now, scope: 'one', reason: 'Orage' } as const
  await cancelDate(city, off)
  expect(await asksFor(group)).toMatchObject({ ok: true })
})

test('an association that has a number, and a collective that was verified, are not held to three', async () => {
  for (const detail of [{ kind: 'association', trust: 0 } as const, { trust: 2 }]) {
    const group = await aCollective(detail)
    for (let turn = 0; turn < 3; turn++) await announced(group.id)
    expect(await asksFor(group)).toMatchObject({ ok: true })
  }
})

test('two residents who vouch for a collective open as many dates as it wishes, still read first', async () => {
  const { id, slug, personId } = await aCollective()
  const activityId = await aDraft(personId, id)
  const more = { ...saturdays, startsLocal: '2026-11-30 10:00:00', endsLocal: '2026-11-30 11:00:00' }
  const timing = { ...more, rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE;COUNT=6' }
  const add = () => addTiming(city, { activityId, personId, now, timing })
  expect(await add()).toMatchObject({ refusal: 'too_often_untrusted' })
  for (let turn = 0; turn < 2; turn++) {
    const residentId = await aPerson(city, { assurance: 'A3', residence: 'lives' })
    expect(await vouchAsResident(city, { slug: slug!, personId: residentId, now })).toMatchObject({
      ok: true,
    })
  }
  expect(await add()).toMatchObject({ ok: true })
  const { activityId: sent } = await anOffer(personId, id)
  const [row] = await inTenant(city, (db) => db.select().from(activities).where(eq(activities.id, sent)))
  expect(row!.moderation).toBe('submitted')
})
