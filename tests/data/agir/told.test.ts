import { expect, test } from 'vitest'
import { hideSubject } from '@/lib/moderation/hiding/commands'
import { takeUp } from '@/lib/moderation/tasks/commands'
import { cancelDate, postponeDate } from '@/lib/agir/dates/commands'
import { moveDate } from '@/lib/agir/dates/moving/commands'
import { settleCancellations } from '@/lib/agir/dates/settling/commands'
import { moveRegistration, remindRegistrants } from '@/lib/agir/registrations/commands'
import type { Move } from '@/lib/agir/registrations/rules'
import { inTenant } from '@/lib/db'
import { aDate } from '../../support/agir'
import { paris, someone } from '../../support/letters'
import { aNeighbour, anOrganisersDate, lettersOn, toldTo } from '../../support/registrants'
import { idIn, join, later } from '../../support/seats'

const reason = 'La salle est inondée jusqu’à la fin du mois.'

const move = (registrationId: string, act: Move, by: 'organiser' | 'participant', at: Date, why?: string) =>
  inTenant(paris, (db) => moveRegistration(db, { registrationId, act, by, reason: why, now: at }))

test('whoever asked is told the answer, with its reason, once and in their language', async () => {
  const place = await anOrganisersDate({}, { registration: 'approval' })
  const [accepted, declined] = [await aNeighbour('en'), await aNeighbour()]
  const [first, second] = [idIn(await join(place, accepted)), idIn(await join(place, declined))]
  await move(first, 'approve', 'organiser', later(1))
  await move(second, 'decline', 'organiser', later(1), reason)
  expect(await toldTo(accepted.personId, [place.id])).toEqual([
    'registration_pending',
    'registration_confirmed',
  ])
  expect(await toldTo(declined.personId, [place.id])).toEqual([
    'registration_pending',
    'registration_declined',
  ])
  const [yes] = await lettersOn('registration_confirmed', accepted.personId, later(1), 'en')
  expect(yes!.paragraphs[0]).toMatch(/Saturday,? March 13,? 2027.*10:00.AM, Square Gardette/)
  expect(yes!.button.href).toContain('/activites/activite-')
  const [no] = await lettersOn('registration_declined', declined.personId, later(1))
  expect(no!.quoted).toEqual({ title: 'Planter des bulbes au square', text: reason })
})

test('a place that becomes free is offered by letter until an hour; who gave it back is not written to', async () => {
  const place = await anOrganisersDate({ capacity: 1 })
  const [seated, waiting] = [await aNeighbour(), await aNeighbour()]
  const held = idIn(await join(place, seated))
  await join(place, waiting)
  await move(held, 'cancel', 'participant', later(1))
  expect(await toldTo(seated.personId, [place.id])).toEqual(['registration_confirmed'])
  expect(await toldTo(waiting.personId, [place.id])).toEqual([
    'registration_waitlisted',
    'registration_offered',
  ])
  const [offer] = await lettersOn('registration_offered', waiting.personId, later(1))
  expect(offer!.after[0]).toContain('dimanche 7 mars 2027 à 11:00')
})

test('a date that moves is told to those who come, where half an hour or more changes', async () => {
  const place = await anOrganisersDate()
  const [comes, left] = [await aNeighbour(), await aNeighbour()]
  await join(place, comes)
  await move(idIn(await join(place, left)), 'cancel', 'participant', later(1))
  const at = (hours: string) => ({ startsLocal: `2027-03-13 ${hours}:00`, endsLocal: '2027-03-13 13:00:00' })
  const act = { dateId: place.id, personId: place.organiserId, scope: 'one' as const, reason }
  expect(await moveDate(paris, { ...act, ...at('10:15'), now: later(2) })).toMatchObject({ ok: true })
  expect(await toldTo(comes.personId, [place.id])).toEqual(['registration_confirmed'])
  expect(await moveDate(paris, { ...act, ...at('11:00'), now: later(3) })).toMatchObject({ ok: true })
  expect(await toldTo(comes.personId, [place.id])).toEqual(['registration_confirmed', 'date_moved'])
  expect(await toldTo(left.personId, [place.id])).toEqual(['registration_confirmed'])
  const [letter] = await lettersOn('date_moved', comes.personId, later(3))
  expect(letter!.paragraphs[0]).toContain('samedi 13 mars 2027 à 11:00, Square Gardette')
})

test('dates that are cancelled together make one letter, for those who were registered until then', async () => {
  const place = await anOrganisersDate()
  const other = { ...(await aDate(paris, place.activityId, later(14 * 24))), activityId: place.activityId }
  const [comes, left] = [await aNeighbour(), await aNeighbour()]
  for (const date of [place, other]) await join(date, comes)
  await move(idIn(await join(place, left)), 'cancel', 'organiser', later(1), reason)
  for (const { id: dateId } of [place, other])
    await cancelDate(paris, { dateId, personId: place.organiserId, scope: 'one', reason, now: later(2) })
  await settleCancellations(paris, later(3))
  await settleCancellations(paris, later(4))
  const both = [place.id, other.id]
  const joined = ['registration_confirmed', 'registration_confirmed']
  expect(await toldTo(comes.personId, both, later(3))).toEqual([
    ...joined,
    'date_cancelled',
    'date_cancelled',
  ])
  expect(await toldTo(left.personId, both, later(3))).toEqual([
    'registration_confirmed',
    'registration_cancelled',
  ])
  const [cancelled, ...more] = await lettersOn('date_cancelled', comes.personId, later(3.1))
  expect(more).toEqual([])
  expect(cancelled!.piles!.map(({ lines }) => lines.length)).toEqual([1, 1])
  expect(cancelled!.button.href).toContain('/activites?comme=activite-')
})

test('edge 34: who is expected tomorrow is reminded once, however often the work is begun again', async () => {
  const place = await anOrganisersDate()
  const [comes, late] = [await aNeighbour(), await aNeighbour()]
  await join(place, comes)
  await remindRegistrants(paris, later(6 * 24 - 1))
  await join(place, late, { at: later(6 * 24 + 1) })
  await Promise.all([1, 2, 3].map(() => remindRegistrants(paris, later(6 * 24 + 2))))
  await remindRegistrants(paris, later(6 * 24 + 3))
  const reminded = ['registration_confirmed', 'registration_reminder']
  expect(await toldTo(comes.personId, [place.id])).toEqual(reminded)
  expect(await toldTo(late.personId, [place.id])).toEqual(['registration_confirmed'])
})

test('nobody is reminded of what does not take place, and of what moved at its new hour', async () => {
  const [moved, postponed] = [await anOrganisersDate(), await anOrganisersDate()]
  const [one, other] = [await aNeighbour(), await aNeighbour()]
  await join(moved, one)
  await join(postponed, other)
  const day = { startsLocal: '2027-03-20 10:00:00', endsLocal: '2027-03-20 12:00:00', scope: 'one' as const }
  const act = ({ id, organiserId }: typeof moved) => ({ dateId: id, personId: organiserId, now: later(1) })
  await moveDate(paris, { ...act(moved), ...day, reason })
  await postponeDate(paris, { ...act(postponed), reason })
  await remindRegistrants(paris, later(6.5 * 24))
  expect(await toldTo(one.personId, [moved.id])).toEqual(['registration_confirmed', 'date_moved'])
  expect(await toldTo(other.personId, [postponed.id])).toEqual(['registration_confirmed', 'date_postponed'])
  await remindRegistrants(paris, later(13.5 * 24))
  expect((await toldTo(one.personId, [moved.id])).at(-1)).toBe('registration_reminder')
})

test('what the moderators hide is told to those registered without its reasons, and reminded of no more', async () => {
  const place = await anOrganisersDate()
  const comes = await aNeighbour()
  await join(place, comes)
  const byId = await someone({ role: 'moderator' })
  const taken = await takeUp(paris, { kind: 'activity', address: place.activityId, byId, now: later(1) })
  if (!taken.ok) throw new Error(taken.refusal)
  const { taskId } = taken.value
  await hideSubject(paris, { taskId, byId, now: later(1), code: 'spam', text: reason, groundText: null })
  await remindRegistrants(paris, later(6.5 * 24))
  expect(await toldTo(comes.personId, [place.activityId, place.id])).toEqual([
    'registration_confirmed',
    'activity_paused',
  ])
  const [letter] = await lettersOn('activity_paused', comes.personId, later(30))
  expect(letter!.quoted).toEqual({ title: 'Planter des bulbes au square', text: null })
  expect(JSON.stringify(letter)).not.toContain(reason)
})
