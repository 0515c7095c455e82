import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { callAnswers, journal } from '@/drizzle/schema'
import { announceToComing } from '@/lib/agir/calls/announcing/commands'
import { answerToken, findAsked } from '@/lib/agir/calls/answering/queries'
import { answerCall } from '@/lib/agir/calls/answering/commands'
import { findCallReport } from '@/lib/agir/calls/desk/queries'
import { inTenant } from '@/lib/db'
import { noticeLetter } from '@/lib/mail/notice-letter'
import { listTaken } from '@/lib/mail/outbox/queries'
import { tell } from '@/lib/notifications/telling/commands'
import type { Grant } from '@/lib/people/rules'
import { after, lettersOf, noon, paris, someone } from '../../support/letters'
import { aCall } from '../../support/volunteers'

const body = 'Le rendez-vous passe à l’entrée de la rue Petit, à la même heure.'
const role = (scopeValue: string): Grant => ({ role: 'area_admin', scopeKind: 'district', scopeValue })
const officer = async (district = '19') => ({ id: await someone(), grants: [role(district)] })

/** A call that each of these answered, in turn: two have a seat. */
async function answered(...replies: ('yes' | 'no')[]) {
  const callId = await aCall(paris, { districtCode: '19', seats: 2, language: 'x-nobody' })
  const all = []
  for (const reply of replies) {
    const personId = await someone()
    const [asked] = await inTenant(paris, (db) =>
      db.insert(callAnswers).values({ callId, personId, askedAt: noon }).returning(),
    )
    await answerCall(paris, { answerId: asked!.id, personId, reply, now: noon })
    all.push({ personId, answerId: asked!.id })
  }
  return { callId, all }
}

const refusalOf = (outcome: { ok: boolean; refusal?: string }) => (outcome.ok ? 'done' : outcome.refusal)

test('those who come to a call are written to by whoever asked: each alone, and nobody else', async () => {
  const { callId, all } = await answered('yes', 'yes', 'yes', 'no')
  const person = await officer()
  expect(refusalOf(await announceToComing(paris, { callId, body, person, now: noon }))).toBe('done')
  const told = await Promise.all(all.map(({ answerId }) => announcedTo(answerId)))
  expect(told.map((events) => events.length)).toEqual([1, 1, 0, 0])
  const [eventId] = told[0]!
  await tell(paris, eventId!, noon)
  const [written] = await lettersOf([eventId!], { at: after(noon, 1) })
  const [waiting] = await listTaken(paris, [written!.letterId])
  const letter = noticeLetter({ tenant: paris, locale: 'fr' }, waiting!)!
  expect(letter.quoted!.text).toBe(body)
  expect(letter.button!.href).toContain(`jeton=${answerToken(paris, all[0]!.answerId)}`)
  const seen = await Promise.all(all.map((one) => findAsked(paris, one)))
  expect(seen.map((asked) => asked!.announcements.length)).toEqual([1, 1, 0, 0])
  expect((await findCallReport(paris, callId, person))!.announcements).toMatchObject([{ body }])
})

const announcedTo = async (answerId: string) => {
  const isIt = and(eq(journal.aboutId, answerId), eq(journal.kind, 'call_announced'))
  const events = await inTenant(paris, (db) => db.select().from(journal).where(isIt))
  return events.map(({ id }) => id)
}

test('a call is written to by who may read it, while somebody comes, twice in a day at most', async () => {
  const { callId, all } = await answered('yes')
  const nobody = await answered('no')
  const person = await officer()
  const say = (change: Partial<Parameters<typeof announceToComing>[1]> = {}) =>
    announceToComing(paris, { callId, body, person, now: noon, ...change })
  expect(refusalOf(await say({ person: await officer('15') }))).toBe('not_there')
  expect(refusalOf(await say({ person: { id: all[0]!.personId, grants: [] } }))).toBe('not_there')
  expect(refusalOf(await say({ callId: nobody.callId }))).toBe('nobody')
  const at = await Promise.all([1, 2, 3, 4].map(() => say()))
  expect(at.map(refusalOf).sort()).toEqual(['done', 'done', 'too_many', 'too_many'])
  expect(refusalOf(await say({ now: new Date('2026-11-29T11:00:00Z') }))).toBe('over')
})
