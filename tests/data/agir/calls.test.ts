import { and, eq, inArray } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { callAnswers, calls, journal, volunteers } from '@/drizzle/schema'
import { answerCall } from '@/lib/agir/calls/answering/commands'
import { answerToken, findAsked } from '@/lib/agir/calls/answering/queries'
import { offersFor } from '@/lib/agir/calls/matching/queries'
import { askNext } from '@/lib/agir/calls/waves/commands'
import { inTenant } from '@/lib/db'
import { hrefOfOccurrence } from '@/lib/mail/wording'
import { belleville } from '../../support/deposits'
import { aPerson } from '../../support/factories'
import { after, noon, paris } from '../../support/letters'
import { aCall, aVolunteer } from '../../support/volunteers'

/** A language nobody else of these tests speaks, so that each call finds its own. */
let spoken = 0
const aTongue = () => `x-${process.pid}-${++spoken}`
const someVolunteers = async (count: number, language: string, detail = {}) => {
  const people = []
  for (let turn = 0; turn < count; turn++)
    people.push(await aVolunteer(paris, await aPerson(paris), { languages: [language], ...detail }))
  return people
}
const answersOf = (callId: string) =>
  inTenant(paris, (db) => db.select().from(callAnswers).where(eq(callAnswers.callId, callId)))
const callNow = async (id: string) =>
  (await inTenant(paris, (db) => db.select().from(calls).where(eq(calls.id, id))))[0]!
const answer = (answerId: string, personId: string, reply: 'yes' | 'no' | 'stop' = 'yes', now = noon) =>
  answerCall(paris, { answerId, personId, reply, now })
const stateIn = (outcome: Awaited<ReturnType<typeof answer>>) =>
  outcome.ok ? outcome.value.state : outcome.refusal

describe('a call', () => {
  test('is put to those who fit, some at a time, with the reasons, and never at night', async () => {
    const language = aTongue()
    await someVolunteers(8, language, { skills: ['first_aid'] })
    const [tooFar] = await someVolunteers(1, language, { districtCode: '15', radiusKm: 2 })
    const id = await aCall(paris, { language, districtCode: '19', skills: ['first_aid'], seats: 2 })
    await askNext(paris, new Date('2026-11-24T22:30:00Z'))
    expect(await answersOf(id)).toEqual([])
    await askNext(paris, noon)
    await askNext(paris, after(noon, 1))
    const asked = await answersOf(id)
    expect(asked).toHaveLength(5)
    expect(asked.every(({ because }) => because.join() === 'district,skill:first_aid,language,slot')).toBe(
      true,
    )
    expect(asked.some(({ personId }) => personId === tooFar)).toBe(false)
    const told = await inTenant(paris, (db) =>
      db
        .select()
        .from(journal)
        .where(
          inArray(
            journal.aboutId,
            asked.map((one) => one.id),
          ),
        ),
    )
    expect(told.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'call_offered'))
    await askNext(paris, after(noon, 5))
    expect(await answersOf(id)).toHaveLength(8)
  })

  test('asks nobody more than twice in a week, nor whoever stopped', async () => {
    const language = aTongue()
    const [weary, stopped] = [
      ...(await someVolunteers(1, language)),
      ...(await someVolunteers(1, language, { stoppedAt: noon })),
    ]
    for (const hours of [0, 1, 2]) {
      await aCall(paris, { language, seats: 20 })
      await askNext(paris, after(noon, hours))
    }
    const asked = await inTenant(paris, (db) =>
      db
        .select()
        .from(callAnswers)
        .where(inArray(callAnswers.personId, [weary!, stopped!])),
    )
    expect(asked.map(({ personId }) => personId)).toEqual([weary, weary])
  })

  test('looks at nothing but what people offered and how often they were asked', async () => {
    const need = { skills: [], language: null, minAge: 18, districtCode: null, slot: '6_morning' } as const
    const { sql } = await inTenant(paris, async (db) =>
      offersFor(db, crypto.randomUUID(), need, noon).toSQL(),
    )
    const read = [...sql.matchAll(/\b(?:from|join) "(\w+)"/g)].map(([, table]) => table)
    expect([...new Set(read)].sort()).toEqual(['call_answers', 'people', 'volunteers'])
  })
})

describe('an answer', () => {
  async function asked(count: number, seats: number) {
    const language = aTongue()
    await someVolunteers(count, language)
    const id = await aCall(paris, { language, seats, minAge: 16 })
    await askNext(paris, noon)
    return { id, answers: await answersOf(id) }
  }

  test('takes a seat while there is one, even when all answer at once; the others wait in line', async () => {
    const { id, answers } = await asked(5, 2)
    const said = await Promise.all(answers.map((one) => answer(one.id, one.personId)))
    expect(said.map(stateIn).sort()).toEqual(['coming', 'coming', 'waiting', 'waiting', 'waiting'])
    expect((await callNow(id)).seatsTaken).toBe(2)
    const again = await answer(answers[0]!.id, answers[0]!.personId)
    expect(stateIn(again)).toBe(stateIn(said[0]!))
    expect((await callNow(id)).seatsTaken).toBe(2)
  })

  test('that gives a seat back gives it to the first in line, who is told', async () => {
    const { id, answers } = await asked(3, 1)
    const [first, second, third] = answers
    for (const [turn, one] of answers.entries())
      await answerCall(paris, {
        answerId: one.id,
        personId: one.personId,
        reply: 'yes',
        now: after(noon, turn),
      })
    expect(stateIn(await answer(first!.id, first!.personId, 'no', after(noon, 4)))).toBe('declined')
    const states = new Map((await answersOf(id)).map((one) => [one.id, one.state]))
    expect([states.get(second!.id), states.get(third!.id)]).toEqual(['coming', 'waiting'])
    expect((await callNow(id)).seatsTaken).toBe(1)
    const freed = and(eq(journal.aboutId, second!.id), eq(journal.kind, 'call_seat_freed'))
    expect(await inTenant(paris, (db) => db.select().from(journal).where(freed))).toHaveLength(1)
  })

  test('is theirs alone to give, by signing in or by the letter, and looking answers nothing', async () => {
    const { answers } = await asked(2, 2)
    const [one, other] = answers
    expect(await findAsked(paris, { answerId: one!.id, personId: other!.personId })).toBeNull()
    expect(await findAsked(belleville, { answerId: one!.id, personId: one!.personId })).toBeNull()
    expect(stateIn(await answer(one!.id, other!.personId))).toBe('not_there')
    const token = answerToken(paris, one!.id)
    const forged = [answerToken(paris, other!.id), answerToken(belleville, one!.id), '', 'é'.repeat(43)]
    for (const jeton of forged)
      expect(await findAsked(paris, { answerId: one!.id, personId: null, token: jeton })).toBeNull()
    expect(await findAsked(paris, { answerId: one!.id, personId: null, token })).toMatchObject({
      state: 'asked',
    })
    const said = await answerCall(paris, {
      answerId: one!.id,
      personId: null,
      token,
      reply: 'yes',
      now: noon,
    })
    expect(stateIn(said)).toBe('coming')
    const told = { id: '', kind: 'call_offered', aboutId: one!.id, at: noon, idea: null } as const
    const detail = { path: `/appels/reponse/${one!.id}`, on: 'agir' }
    const occurrence = { ...told, detail, reader: 'named', category: 'calls' } as const
    expect(hrefOfOccurrence({ tenant: paris, locale: 'fr' }, occurrence)).toContain(
      `/appels/reponse/${one!.id}?jeton=${token}`,
    )
  })

  test('not any more stops it all with one press, even once the call is over; yes is too late then', async () => {
    const { answers } = await asked(1, 2)
    const [one] = answers
    const late = after(noon, 24 * 9)
    expect(stateIn(await answer(one!.id, one!.personId, 'yes', late))).toBe('over')
    expect(stateIn(await answer(one!.id, one!.personId, 'stop', late))).toBe('stopped')
    const [offer] = await inTenant(paris, (db) =>
      db.select().from(volunteers).where(eq(volunteers.personId, one!.personId)),
    )
    expect(offer!.stoppedAt).toEqual(late)
  })
})
