import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { consultations, journal, letterChoices } from '@/drizzle/schema'
import { cancelConsultation } from '@/lib/consultations/cancelling/commands'
import { reportOn, saveConsultation } from '@/lib/consultations/commands'
import { listHistory } from '@/lib/consultations/history/queries'
import { findConsultation } from '@/lib/consultations/queries'
import { tellOfTurns } from '@/lib/consultations/watch/commands'
import { inTenant } from '@/lib/db'
import { noticeLetter } from '@/lib/mail/notice-letter'
import { listTaken } from '@/lib/mail/outbox/queries'
import { followInterest } from '@/lib/notifications/interests/commands'
import { InterestIn } from '@/lib/notifications/interests/input'
import { listFollowed } from '@/lib/notifications/interests/queries'
import type { Interest } from '@/lib/notifications/interests/rules'
import { tell } from '@/lib/notifications/telling/commands'
import { aConsultation, asked } from '../support/consultations'
import { after, lettersOf, noon, noticesOf, paris, someone } from '../support/letters'

const reason = 'La salle est inondée jusqu’à la fin du mois.'
const eventsOf = (id: string) =>
  inTenant(paris, (db) => db.select().from(journal).where(eq(journal.aboutId, id)).orderBy(journal.at))

async function followerOf(interest: Interest, detail = {}) {
  const personId = await someone(detail)
  await followInterest(paris, { personId, interest, now: noon })
  return personId
}

/** Tells of the last thing of this kind that happened to it, twice. */
async function toldOf(id: string, kind: string, now = noon): Promise<string> {
  const one = and(eq(journal.aboutId, id), eq(journal.kind, kind))
  const [event] = await inTenant(paris, (db) => db.select().from(journal).where(one))
  await tell(paris, event!.id, now)
  await tell(paris, event!.id, now)
  return event!.id
}

describe('a consultation that is called off', () => {
  test('stays there with its reason, is in its own history, and cannot be changed or reported on', async () => {
    const act = await aConsultation()
    const anHourLater = after(noon, 1)
    expect(await cancelConsultation(paris, { ...act, reason, now: anHourLater })).toMatchObject({ ok: true })
    expect(await findConsultation(paris, act.id)).toMatchObject({
      cancelledOn: '2026-11-24',
      cancelReason: reason,
      sequence: 1,
    })
    const past = await listHistory(paris, act.id)
    expect(past.map(({ kind }) => kind)).toEqual(['consultation_published', 'consultation_cancelled'])
    expect(past[1]).toMatchObject({ reason, at: anHourLater })
    expect(await cancelConsultation(paris, { ...act, reason })).toMatchObject({ refusal: 'cancelled' })
    const change = saveConsultation(paris, { ...act, fields: { ...act.fields, reason }, locale: 'fr' })
    expect(await change).toMatchObject({ refusal: 'cancelled' })
    const late = after(noon, 90 * 24)
    const report = { ...act, now: late, text: reason, participantCount: 0 }
    expect(await reportOn(paris, report)).toMatchObject({ refusal: 'cancelled' })
    await tellOfTurns(paris, late)
    expect((await eventsOf(act.id)).map(({ kind }) => kind)).not.toContain('consultation_late')
  })

  test('was one that people were told of and that is not over; Postgres wants the reason too', async () => {
    const draft = await aConsultation({ publishes: false })
    expect(await cancelConsultation(paris, { ...draft, reason })).toMatchObject({ refusal: 'not_there' })
    const act = await aConsultation()
    const afterwards = { ...act, reason, now: after(noon, 60 * 24) }
    expect(await cancelConsultation(paris, afterwards)).toMatchObject({ refusal: 'over' })
    const forced = inTenant(paris, (db) =>
      db.update(consultations).set({ cancelledOn: '2026-11-24' }).where(eq(consultations.id, act.id)),
    )
    await expect(forced).rejects.toThrow()
  })
})

test('dates and places that people were told of change with a public reason only, and calendars learn of it', async () => {
  const act = await aConsultation()
  const put = (fields: object) =>
    saveConsultation(paris, { ...act, fields: { ...act.fields, ...fields }, locale: 'fr' })
  expect(await put({ closesOn: '2026-12-24' })).toEqual({ ok: false, refusal: 'reason_needed' })
  expect(await put({ reportDueOn: '2027-12-31' })).toEqual({ ok: false, refusal: 'reason_needed' })
  expect(await put({ place: 'Salle des fêtes' })).toEqual({ ok: false, refusal: 'reason_needed' })
  expect(await put({ closesOn: '2026-12-24', reason })).toMatchObject({ ok: true })
  expect(await put({ closesOn: '2026-12-24', audience: 'Les enfants aussi.' })).toMatchObject({ ok: true })
  expect(await findConsultation(paris, act.id)).toMatchObject({ sequence: 1, closesOn: '2026-12-24' })
  const past = await listHistory(paris, act.id)
  expect(past.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['consultation_moved', 'consultation_changed']),
  )
  expect(past.find(({ kind }) => kind === 'consultation_moved')).toMatchObject({
    reason,
    before: { closesOn: '2026-12-20' },
    days: { closesOn: '2026-12-24' },
  })
})

test('who follows it, its theme, its district or all of them is told once; nobody else is', async () => {
  const act = await aConsultation({ themeId: 'climat', districtCode: '11' })
  const told = [
    await followerOf({ kind: 'consultation', value: act.id }),
    await followerOf({ kind: 'consultations', value: 'all' }),
    await followerOf({ kind: 'theme', value: 'climat' }),
    await followerOf({ kind: 'district', value: '11' }),
  ]
  await followInterest(paris, { personId: told[0]!, interest: { kind: 'theme', value: 'climat' }, now: noon })
  const not = [await followerOf({ kind: 'district', value: '12' }), await someone()]
  await cancelConsultation(paris, { ...act, reason })
  const eventId = await toldOf(act.id, 'consultation_cancelled')
  const about = async (personId: string) =>
    (await noticesOf(personId)).filter((one) => one.eventId === eventId)
  for (const personId of told)
    expect(await about(personId)).toMatchObject([
      { reader: 'consulted', category: 'consultations', bundle: 'weekly' },
    ])
  for (const personId of not) expect(await about(personId)).toEqual([])
})

test('the letter is in its reader’s language, gives the reason word for word and leads to the page', async () => {
  const act = await aConsultation()
  const personId = await followerOf({ kind: 'consultation', value: act.id }, { locale: 'en' })
  const chosen = { personId, category: 'consultations', frequency: 'at_once' } as const
  await inTenant(paris, (db) => db.insert(letterChoices).values(chosen))
  await cancelConsultation(paris, { ...act, reason })
  const eventId = await toldOf(act.id, 'consultation_cancelled')
  const [sent] = (await lettersOf([eventId])).filter((letter) => letter.personId === personId)
  const [taken] = await listTaken(paris, [sent!.letterId])
  const letter = noticeLetter({ tenant: paris, locale: 'en' }, taken!)
  expect(letter).toMatchObject({
    subject: 'A consultation is cancelled',
    quoted: { title: asked.title, text: reason },
  })
  const { slug } = (await findConsultation(paris, act.id))!
  expect(letter!.button!.href).toMatch(new RegExp(`/en/consultations/${slug}$`))
  expect(letter!.foot).toContain('you follow this consultation')
})

test('one that was never published cannot be followed; one that is followed is in one’s own list', async () => {
  const [draft, act, personId] = [
    await aConsultation({ publishes: false }),
    await aConsultation(),
    await someone(),
  ]
  const follow = (value: string) =>
    followInterest(paris, { personId, interest: { kind: 'consultation', value }, now: noon })
  expect(await follow(draft.id)).toMatchObject({ refusal: 'not_there' })
  expect(await follow(act.id)).toMatchObject({ ok: true })
  expect((await listFollowed(paris, personId)).consultations).toMatchObject([{ title: asked.title }])
  for (const odd of [
    { kind: 'consultation', value: 'x' },
    { kind: 'consultations', value: act.id },
  ])
    expect(InterestIn({ tenant: paris }).safeParse(odd).success).toBe(false)
})

describe('the calendar tells of', () => {
  const kindsOf = async (id: string) => (await eventsOf(id)).map(({ kind }) => kind)
  const day = (iso: string) => new Date(`${iso}T11:00:00Z`)

  test('the opening, the end eight days before, and the report the day after it was due, once each', async () => {
    const { id } = await aConsultation()
    const turns = ['2026-11-30', '2026-12-01', '2026-12-11', '2026-12-12', '2027-02-18', '2027-02-19']
    const seen: string[][] = []
    for (const at of turns) {
      await Promise.all([tellOfTurns(paris, day(at)), tellOfTurns(paris, day(at))])
      seen.push((await kindsOf(id)).slice(1))
    }
    expect(seen.map((kinds) => kinds.length)).toEqual([0, 1, 1, 2, 2, 3])
    expect(seen.at(-1)).toEqual(['consultation_opened', 'consultation_closing', 'consultation_late'])
  })

  test('the end again once it was put off', async () => {
    const act = await aConsultation()
    await tellOfTurns(paris, day('2026-12-13'))
    const fields = { ...act.fields, closesOn: '2027-01-20', reason }
    await saveConsultation(paris, { ...act, fields, locale: 'fr', now: day('2026-12-14') })
    await tellOfTurns(paris, day('2027-01-13'))
    const closings = (await kindsOf(act.id)).filter((kind) => kind === 'consultation_closing')
    expect(closings).toHaveLength(2)
  })
})
