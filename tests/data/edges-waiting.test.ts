import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consultations, ideas } from '@/drizzle/schema'
import { decideOn, reportOn } from '@/lib/consultations/commands'
import { findConsultation } from '@/lib/consultations/queries'
import { dayIn } from '@/lib/consultations/rules'
import { inTenant } from '@/lib/db'
import { expireIdeas } from '@/lib/ideas/collection/commands'
import { controlSheet, enterSheet } from '@/lib/ideas/paper/commands'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { belleville } from '@/tenants/belleville'
import { aCity } from '../support/cities'
import { aConsultation } from '../support/consultations'
import { anIdea, someoneSignedIn } from '../support/factories'
import { after, noon, paris } from '../support/letters'
import { aClerk, readBackIn, signed } from '../support/paper'

const now = new Date()
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

test('edge 54: a sheet handed in on time is typed in after the end, the result waits for it, and it may cross', async () => {
  const city = await aCity({ ideas: { ...belleville.ideas, paperEntryDays: 4 } })
  const running = { threshold: 3, supportCount: 0, publishedAt: daysAgo(40) }
  const { id } = await anIdea(city, { ...running, deadlineAt: daysAgo(2) })
  const longOver = await anIdea(city, { ...running, deadlineAt: daysAgo(9) })
  const stateOf = async (idea: string) =>
    (await inTenant(city, (db) => db.select().from(ideas).where(eq(ideas.id, idea))))[0]!
  await expireIdeas(city)
  expect([(await stateOf(id)).collection, (await stateOf(longOver.id)).collection]).toEqual([
    'open',
    'expired',
  ])
  const pressed = giveSupport({ tenant: city, ideaId: id, ...(await someoneSignedIn(city)) })
  expect(await pressed).toEqual({ status: 409, reason: 'closed' })

  const [typist, reader] = [await aClerk(city), await aClerk(city)]
  const enter = (ideaId: string, receivedOn: string) =>
    enterSheet(city, {
      ...{ ideaId, number: '1', receivedOn, signers: signed(3), spoilt: 0 },
      ...{ by: typist, now },
    })
  const [inTime, late] = [daysAgo(4), daysAgo(1)].map((day) => dayIn('Europe/Paris', day))
  expect(await enter(id, late!)).toEqual({ ok: false, refusal: 'received_late' })
  expect(await enter(longOver.id, inTime!)).toEqual({ ok: false, refusal: 'closed' })
  const sheet = await enter(id, inTime!)
  const sheetId = sheet.ok ? sheet.value.sheetId : ''
  const read = await readBackIn(city, sheetId, signed(3))
  expect(await controlSheet(city, { sheetId, read, by: reader, now })).toMatchObject({
    value: { counted: 3 },
  })
  expect(await stateOf(id)).toMatchObject({ collection: 'reached', supportCount: 3, countAtThreshold: 3 })
})

test('edge 59: what a consultation gathers is told to nobody before it ends, not even by who runs it', async () => {
  const act = await aConsultation()
  const report = { ...act, text: 'Cent personnes ont répondu à la question.', participantCount: 100 }
  const whileOpen = after(noon, 10 * 24)
  for (const early of [noon, whileOpen])
    expect(await reportOn(paris, { ...report, now: early })).toEqual({ ok: false, refusal: 'not_closed' })
  expect(await decideOn(paris, { ...act, text: 'Ce sera oui.', now: whileOpen })).toMatchObject({ ok: false })
  const seen = await findConsultation(paris, act.id)
  expect(seen).toMatchObject({ participantCount: null, report: null, decision: null })
  const forced = inTenant(paris, (db) =>
    db
      .update(consultations)
      .set({ participantCount: 100, report: report.text, reportedOn: '2026-12-05' })
      .where(eq(consultations.id, act.id)),
  )
  await expect(forced).rejects.toMatchObject({
    cause: { constraint_name: 'consultations_results_wait_for_the_end' },
  })
  expect(await reportOn(paris, { ...report, now: after(noon, 30 * 24) })).toMatchObject({ ok: true })
})
