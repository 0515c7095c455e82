import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { callAnswers, calls, volunteers } from '@/drizzle/schema'
import { answerCall } from '@/lib/agir/calls/answering/commands'
import { closeCall, openCall } from '@/lib/agir/calls/commands'
import { findCallDesk, findCallReport } from '@/lib/agir/calls/desk/queries'
import { CallInput } from '@/lib/agir/calls/input'
import { askNext } from '@/lib/agir/calls/waves/commands'
import { offerHelp } from '@/lib/agir/volunteers/commands'
import { VolunteerInput } from '@/lib/agir/volunteers/input'
import { findOwnOffer } from '@/lib/agir/volunteers/queries'
import { inTenant } from '@/lib/db'
import { deleteAccount } from '@/lib/people/leaving/commands'
import type { Grant } from '@/lib/people/rules'
import { moveHoldings } from '@/lib/people/unions/holdings/commands'
import { aMember, anOrganisation } from '../../support/agir'
import { belleville } from '../../support/deposits'
import { aPerson } from '../../support/factories'
import { after, noon, paris } from '../../support/letters'
import { aCall, aVolunteer } from '../../support/volunteers'

const need = {
  ...{ title: 'Porter de l’eau aux personnes isolées', body: 'On monte des packs d’eau dans les étages.' },
  ...{ meeting: 'Devant la mairie', districtCode: '19', onDay: '2026-11-28', part: 'morning' as const },
  ...{ skills: [], language: 'x-desk', minAge: 18, seats: 2 },
}
const grant = (role: Grant['role'], scopeValue: string | null = null): Grant => ({
  role,
  scopeKind: scopeValue ? 'district' : 'city',
  scopeValue,
})
type Who = { id: string; grants: Grant[] }
const who = async (...grants: Grant[]): Promise<Who> => ({ id: await aPerson(paris), grants })
const open = (person: Who, change: Partial<typeof need> = {}, organisationId: string | null = null) =>
  openCall(paris, { call: { ...need, ...change }, organisationId, person, locale: 'fr', now: noon })
const refusalOf = (outcome: { ok: boolean; refusal?: string }) => (outcome.ok ? 'done' : outcome.refusal)

describe('those who may ask volunteers', () => {
  test('act for the city there, or speak for a partner of it', async () => {
    expect(refusalOf(await open(await who(grant('admin'))))).toBe('done')
    expect(refusalOf(await open(await who(grant('area_admin', '19'))))).toBe('done')
    expect(refusalOf(await open(await who(grant('area_admin', '15'))))).toBe('not_allowed')
    expect(refusalOf(await open(await who(grant('moderator'))))).toBe('not_allowed')
    expect(refusalOf(await open(await who()))).toBe('not_allowed')
    for (const [trust, verdict] of [
      [3, 'done'],
      [2, 'not_allowed'],
    ] as const) {
      const { id } = await anOrganisation(paris, { trust })
      const speaker = await who()
      await aMember(paris, id, speaker.id, { role: 'coordinator' })
      expect(refusalOf(await open(speaker, {}, id))).toBe(verdict)
      expect(refusalOf(await open(speaker, {}, null))).toBe('not_allowed')
      expect(refusalOf(await open(await who(grant('admin')), {}, id))).toBe('not_allowed')
    }
  })

  test('ask for a day that comes soon, and for five things at a time', async () => {
    const admin = await who(grant('admin'))
    expect(refusalOf(await open(admin, { onDay: '2026-11-24' }))).toBe('past')
    expect(refusalOf(await open(admin, { onDay: '2026-12-20' }))).toBe('past')
    const all = []
    for (let turn = 0; turn < 6; turn++) all.push(refusalOf(await open(admin)))
    expect(all).toEqual([...Array.from({ length: 5 }, () => 'done'), 'too_many'])
  })

  test('read who comes; nobody else does, nor ends it', async () => {
    const [admin, stranger, elsewhere] = [
      await who(grant('admin')),
      await who(),
      await who(grant('area_admin', '15')),
    ]
    const opened = await open(admin)
    const callId = opened.ok ? opened.value.id : ''
    const comer = await aVolunteer(paris, await aPerson(paris, { name: 'Paul Morel' }), {
      languages: ['x-desk'],
    })
    await askNext(paris, noon)
    const [asked] = await inTenant(paris, (db) =>
      db.select().from(callAnswers).where(eq(callAnswers.personId, comer)),
    )
    await answerCall(paris, { answerId: asked!.id, personId: comer, reply: 'yes', now: noon })
    const report = await findCallReport(paris, asked!.callId, admin)
    expect(report!.coming.map(({ name }) => name)).toEqual(['Paul Morel'])
    for (const one of [stranger, elsewhere, { id: comer, grants: [] }]) {
      expect(await findCallReport(paris, callId, one)).toBeNull()
      expect(refusalOf(await closeCall(paris, { callId, person: one, now: noon }))).toBe('not_there')
    }
    expect(await findCallDesk(paris, stranger)).toBeNull()
    expect(await findCallReport(belleville, callId, admin)).toBeNull()
    expect(refusalOf(await closeCall(paris, { callId, person: admin, now: noon }))).toBe('done')
    expect(refusalOf(await closeCall(paris, { callId, person: admin, now: noon }))).toBe('over')
  })
})

describe('what somebody offers', () => {
  const offer = {
    ...{ districtCode: '19', radiusKm: 5, birthYear: 1990, wontDo: null },
    ...{ skills: ['first_aid'], availability: ['6_morning'], languages: ['fr'] },
  }
  const said = { districtCode: '19', radiusKm: '5', birthYear: '1990', wontDo: '', slot_6_morning: 'on' }

  test('is theirs to read, changed by saying it again, and from sixteen on', async () => {
    const personId = await aPerson(paris)
    expect(refusalOf(await offerHelp(paris, { ...offer, personId, now: noon }))).toBe('done')
    await offerHelp(paris, { ...offer, skills: [], personId, now: after(noon, 1) })
    expect((await findOwnOffer(paris, personId)).offer).toMatchObject({ skills: [], radiusKm: 5 })
    const young = { ...offer, birthYear: 2010, personId: await aPerson(paris), now: noon }
    expect(refusalOf(await offerHelp(paris, young))).toBe('too_young')
    expect(refusalOf(await offerHelp(paris, { ...young, ...offer, districtCode: 'nowhere' }))).toBe(
      'no_such_district',
    )
  })

  test.each([
    ['a time', { slot_6_morning: undefined }],
    ['a year that can be read', { birthYear: 'hier' }],
    ['a distance of the list', { radiusKm: '400' }],
    ['words without hidden signs', { wontDo: 'Pas de\u202e chiens' }],
  ])('needs %s', (_what, change) => {
    expect(VolunteerInput().safeParse(said).success).toBe(true)
    expect(VolunteerInput().safeParse({ ...said, ...change }).success).toBe(false)
  })

  test('a call without seats, with too many, or in no language of the list is not one', () => {
    const form = { ...need, organisationId: '', minAge: '18', seats: '3', language: 'fr' }
    expect(CallInput().safeParse(form).success).toBe(true)
    for (const change of [
      { seats: '0' },
      { seats: '201' },
      { language: 'xx' },
      { onDay: 'demain' },
      { minAge: '9' },
    ])
      expect(CallInput().safeParse({ ...form, ...change }).success).toBe(false)
  })
})

describe('an account that goes', () => {
  async function comingTo(seats: number, ...people: string[]) {
    const callId = await aCall(paris, { seats, language: 'x-nobody' })
    const at = (turn: number) => after(noon, turn)
    await inTenant(paris, async (db) => {
      await db.insert(callAnswers).values(people.map((personId) => ({ callId, personId, askedAt: noon })))
    })
    const rows = await inTenant(paris, (db) =>
      db.select().from(callAnswers).where(eq(callAnswers.callId, callId)),
    )
    for (const [turn, personId] of people.entries()) {
      const { id } = rows.find((one) => one.personId === personId)!
      await answerCall(paris, { answerId: id, personId, reply: 'yes', now: at(turn) })
    }
    return callId
  }
  const standing = (callId: string) =>
    inTenant(paris, async (db) => ({
      taken: (await db.select().from(calls).where(eq(calls.id, callId)))[0]!.seatsTaken,
      answers: await db.select().from(callAnswers).where(eq(callAnswers.callId, callId)),
    }))

  test('leaves its seat to the next in line, and nothing of what it offered', async () => {
    const [leaver, next] = [await aVolunteer(paris, await aPerson(paris)), await aPerson(paris)]
    const callId = await comingTo(1, leaver, next)
    await deleteAccount(paris, { personId: leaver, now: noon })
    const { taken, answers } = await standing(callId)
    expect([taken, answers.map(({ personId, state }) => [personId, state])]).toEqual([1, [[next, 'coming']]])
    const offers = await inTenant(paris, (db) =>
      db.select().from(volunteers).where(eq(volunteers.personId, leaver)),
    )
    expect(offers).toEqual([])
  })

  test('and becomes part of another comes once to a call, with one offer', async () => {
    const [keptId, absorbedId] = [
      await aVolunteer(paris, await aPerson(paris)),
      await aVolunteer(paris, await aPerson(paris)),
    ]
    const callId = await comingTo(2, keptId, absorbedId)
    await inTenant(paris, (db) => moveHoldings(db, { keptId, absorbedId }))
    const { taken, answers } = await standing(callId)
    expect([taken, answers.map(({ personId }) => personId)]).toEqual([1, [keptId]])
  })
})
