import { and, eq } from 'drizzle-orm'
import { NextRequest } from 'next/server'
import { expect, test } from 'vitest'
import * as oneClick from '@/app/api/letters/unsubscribe/route'
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
import { refreshRegistry } from '@/lib/tenancy/registry'
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

test('one press in a mail program stops it, from anywhere and without a session; following the link stops nothing', async () => {
  const { personId, letter } = await calledOff()
  expect(letter.headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  const address = new URL(/<([^>]+)>/.exec(letter.headers['List-Unsubscribe']!)![1]!)
  await refreshRegistry()
  const press = async (url: URL, host = url.hostname) => {
    const headers = { 'x-parvis-host': host, origin: 'https://lettres.example' }
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    return (await oneClick.POST(new NextRequest(url, { method: 'POST', headers, body }))).status
  }
  const forged = new URL(address)
  forged.searchParams.set('jeton', address.searchParams.get('jeton')!.replace(personId, await someone()))
  expect([await press(forged), await press(address, 'decider.belleville.localhost')]).toEqual([404, 404])
  expect((await listFollowed(paris, personId)).consultations).toHaveLength(1)
  expect([await press(address), await press(address)]).toEqual([204, 204])
  expect((await listFollowed(paris, personId)).consultations).toEqual([])
  expect(Object.keys(oneClick)).toEqual(['POST'])
})
