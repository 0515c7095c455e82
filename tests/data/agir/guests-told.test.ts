import { expect, test } from 'vitest'
import { announceToRegistrants } from '@/lib/agir/announcements/commands'
import { cancelDate } from '@/lib/agir/dates/commands'
import { moveDate } from '@/lib/agir/dates/moving/commands'
import { settleCancellations } from '@/lib/agir/dates/settling/commands'
import { remindRegistrants } from '@/lib/agir/registrations/commands'
import { findAsGuest } from '@/lib/agir/registrations/guests/queries'
import { linkTo } from '@/lib/agir/registrations/links/queries'
import { aDate } from '../../support/agir'
import { comesAsGuest, mailTo, toldOf } from '../../support/guests'
import { paris, someone } from '../../support/letters'
import { aDateToJoin, later } from '../../support/seats'

const reason = 'La salle est inondée jusqu’à la fin du mois.'

test('a guest is told of everything in their language, once, with a way to give the place back', async () => {
  const organiserId = await someone()
  const place = await aDateToJoin({}, { organiserId, placeLabel: 'Square Gardette' })
  const { email } = await comesAsGuest(place, { locale: 'en' })
  const act = { dateId: place.id, personId: organiserId, scope: 'one' as const, reason }
  const hours = { startsLocal: '2027-03-13 11:00:00', endsLocal: '2027-03-13 13:00:00' }
  await moveDate(paris, { ...act, ...hours, now: later(1) })
  await toldOf(place.id, later(1))
  await remindRegistrants(paris, later(6.5 * 24))
  await toldOf(place.id, later(6.5 * 24))
  await cancelDate(paris, { ...act, now: later(6.6 * 24) })
  await settleCancellations(paris, later(6.7 * 24))
  await toldOf(place.id)
  const told = await mailTo(email, 'guest_notice')
  expect(told.flatMap(({ kinds }) => kinds).sort()).toEqual([
    'date_cancelled',
    'date_moved',
    'registration_confirmed',
    'registration_reminder',
  ])
  const confirmed = told.find(({ kinds }) => kinds[0] === 'registration_confirmed')!
  expect(confirmed.subject).toBe('Your place is confirmed')
  expect(confirmed.text).toContain('Hello Nour')
  expect(confirmed.text).toMatch(/See or cancel my registration\s+\S+\/inscription\?jeton=/)
  expect(confirmed.headers['List-Unsubscribe']).toBeUndefined()
})

test('dates that are cancelled together make one letter for a guest as well', async () => {
  const organiserId = await someone()
  const place = await aDateToJoin({}, { organiserId })
  const other = { ...(await aDate(paris, place.activityId, later(14 * 24))), activityId: place.activityId }
  const { email } = await comesAsGuest(place)
  await comesAsGuest(other, { email })
  for (const { id: dateId } of [place, other])
    await cancelDate(paris, { dateId, personId: organiserId, scope: 'one', reason, now: later(2) })
  await settleCancellations(paris, later(3))
  for (const { id } of [place, other]) await toldOf(id, later(3))
  const cancelled = (await mailTo(email, 'guest_notice')).filter(({ kinds }) =>
    kinds.includes('date_cancelled'),
  )
  expect(cancelled.map(({ kinds }) => kinds)).toEqual([['date_cancelled', 'date_cancelled']])
})

/** What somebody reads on the page that any of their letters opens. */
async function readBy({ outcome }: Awaited<ReturnType<typeof comesAsGuest>>) {
  const letter = linkTo(paris, 'guest-registration', outcome.ok ? outcome.value.registrationId : '')
  const own = await findAsGuest(paris, letter, later(2))
  return own && !own.isAdopted
    ? own.told.map(({ announcements }) => announcements.map(({ body }) => body))
    : null
}

test('what is announced is read once by a guest whose place is sure, in a letter and on the page it opens', async () => {
  const organiserId = await someone()
  const place = await aDateToJoin({ capacity: 1 }, { organiserId })
  const other = { ...(await aDate(paris, place.activityId, later(14 * 24))), activityId: place.activityId }
  const sure = await comesAsGuest(place)
  await comesAsGuest(other, { email: sure.email })
  const waiting = await comesAsGuest(place)
  const says = (reach: 'date' | 'series', body: string, at: number) =>
    announceToRegistrants(paris, { dateId: place.id, reach, body, personId: organiserId, now: later(at) })
  expect(await says('date', 'Rendez-vous au portail nord.', 1)).toMatchObject({ ok: true })
  expect(await says('series', 'Apportez des gants cette saison.', 2)).toMatchObject({ ok: true })
  expect(await readBy(sure)).toEqual([['Apportez des gants cette saison.', 'Rendez-vous au portail nord.']])
  expect(await readBy(waiting)).toEqual([])
  for (const aboutId of [place.id, place.activityId]) await toldOf(aboutId, later(2))
  const kinds = async (email: string) => (await mailTo(email, 'guest_notice')).flatMap((one) => one.kinds)
  expect((await kinds(sure.email)).filter((kind) => kind === 'date_announced')).toHaveLength(2)
  expect(await kinds(waiting.email)).not.toContain('date_announced')
})

test('the letter of an announcement shows the same to who reads it laid out, and nothing typed is code in it', async () => {
  const organiserId = await someone()
  const place = await aDateToJoin({}, { organiserId, title: 'Planter <i>à</i> la "mare"' })
  const { email } = await comesAsGuest(place)
  const body = 'Au portail <b onclick="x()">nord</b> & non au sud.\nApportez des gants.'
  await announceToRegistrants(paris, {
    dateId: place.id,
    reach: 'date',
    body,
    personId: organiserId,
    now: later(1),
  })
  await toldOf(place.id, later(1))
  const letters = await mailTo(email, 'guest_notice')
  const { html, text } = letters.find(({ kinds }) => kinds.includes('date_announced'))!
  expect(text).toContain('Au portail <b onclick="x()">nord</b> & non au sud.')
  expect(html).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
  expect(html).toContain('Au portail &lt;b onclick=&quot;x()&quot;&gt;nord&lt;/b&gt; &amp; non au sud.')
  expect(html).toContain('Planter &lt;i&gt;à&lt;/i&gt; la &quot;mare&quot;')
  expect(html).toMatch(/Apportez des gants\./)
  expect(html).toContain('Nour')
  const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
  expect(hrefs.filter((href) => /\/inscription\?jeton=[\w.-]+$/.test(href)).length).toBeGreaterThan(0)
  expect(hrefs.every((href) => /^https?:\/\//.test(href))).toBe(true)
  for (const href of text.match(/https?:\/\/\S+jeton=\S+/g)!) expect(hrefs).toContain(href)
})
