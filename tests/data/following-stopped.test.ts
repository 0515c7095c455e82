import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, letterChoices } from '@/drizzle/schema'
import { cancelConsultation } from '@/lib/consultations/cancelling/commands'
import { inTenant } from '@/lib/db'
import { compose } from '@/lib/mail/compose'
import { listTaken } from '@/lib/mail/outbox/queries'
import { readUnsubscribeToken } from '@/lib/mail/unsubscribe-token'
import { followInterest } from '@/lib/notifications/interests/commands'
import { listFollowed } from '@/lib/notifications/interests/queries'
import { stopLetters } from '@/lib/notifications/preferences/commands'
import { tell } from '@/lib/notifications/telling/commands'
import { aConsultation } from '../support/consultations'
import { lettersOf, noon, paris, someone } from '../support/letters'

const reason = 'La salle est inondée jusqu’à la fin du mois.'

/** The letter of a consultation that is called off, to who follows it and its theme and wants letters at once. */
async function calledOff() {
  const act = await aConsultation({ themeId: 'climat' })
  const personId = await someone()
  for (const interest of [
    { kind: 'theme', value: 'climat' },
    { kind: 'consultation', value: act.id },
  ] as const)
    await followInterest(paris, { personId, interest, now: noon })
  await inTenant(paris, (db) =>
    db.insert(letterChoices).values({ personId, category: 'consultations', frequency: 'at_once' }),
  )
  await cancelConsultation(paris, { ...act, reason })
  const cancelled = and(eq(journal.aboutId, act.id), eq(journal.kind, 'consultation_cancelled'))
  const [event] = await inTenant(paris, (db) => db.select().from(journal).where(cancelled))
  await tell(paris, event!.id, noon)
  const [sent] = (await lettersOf([event!.id])).filter((letter) => letter.personId === personId)
  const [taken] = await listTaken(paris, [sent!.letterId])
  return { personId, letter: compose(paris, taken!)! }
}

const choicesOf = (personId: string) =>
  inTenant(paris, (db) => db.select().from(letterChoices).where(eq(letterChoices.personId, personId)))

test('the last line of a consultation’s letter stops the one thing followed that brought it, and nothing else', async () => {
  const { personId, letter } = await calledOff()
  const token = /jeton=([^>]+)>/.exec(letter.headers['List-Unsubscribe']!)![1]!
  const stopping = readUnsubscribeToken(paris, token)!
  expect(stopping).toMatchObject({ what: 'interest', personId })
  for (let press = 0; press < 2; press++) await stopLetters(paris, stopping)
  const { consultations, interests } = await listFollowed(paris, personId)
  expect([consultations, interests.map(({ kind }) => kind)]).toEqual([[], ['theme']])
  expect(await choicesOf(personId)).toMatchObject([{ frequency: 'at_once' }])
})
