import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { journal, registrations, registrationShares } from '@/drizzle/schema'
import { announceToRegistrants } from '@/lib/agir/announcements/commands'
import { shareOnDate } from '@/lib/agir/companions/commands'
import { ShareInput } from '@/lib/agir/companions/input'
import { findOwnDate, listPhones } from '@/lib/agir/companions/queries'
import { inTenant } from '@/lib/db'
import { noticeLetter } from '@/lib/mail/notice-letter'
import { listTaken } from '@/lib/mail/outbox/queries'
import { tell } from '@/lib/notifications/telling/commands'
import { forgetSome } from '@/lib/people/retention/commands'
import { aSession } from '../../support/factories'
import { lettersOf, noticesOf, paris, someone } from '../../support/letters'
import { aDateToJoin, idIn, join, later, now } from '../../support/seats'

const body = 'On se retrouve devant la grille de la rue Pache, et non au kiosque.'

/** A date of somebody's with two people confirmed and one who waits. */
async function aDateWith(...names: string[]) {
  const organiserId = await someone({ name: 'Karim Belkacem' })
  const place = await aDateToJoin({ capacity: 2 }, { organiserId })
  const comers = []
  for (const name of names) {
    const who = await aSession(paris, await someone({ name }))
    comers.push({ ...who, registrationId: idIn(await join(place, who)) })
  }
  return { ...place, dateId: place.id, organiserId, comers }
}
type Held = Awaited<ReturnType<typeof aDateWith>>

const announce = ({ dateId, organiserId }: Held, at = now, reach: 'date' | 'series' = 'date') =>
  announceToRegistrants(paris, { dateId, reach, body, personId: organiserId, now: at })
const refusalOf = (outcome: { ok: boolean; refusal?: string }) => (outcome.ok ? 'done' : outcome.refusal)

/** Once those who joined have: whoever comes after an announcement is not told of it. */
const soon = later(1 / 60)

describe('an announcement', () => {
  test.each(['date', 'series'] as const)(
    'to a %s is read by those confirmed, and told to each by one letter',
    async (reach) => {
      const held = await aDateWith('Inès Robert', 'Paul Morel', 'Zoé Petit')
      expect(refusalOf(await announce(held, soon, reach))).toBe('done')
      const aboutId = reach === 'date' ? held.dateId : held.activityId
      const isIt = and(eq(journal.aboutId, aboutId), eq(journal.kind, 'date_announced'))
      const [event] = await inTenant(paris, (db) => db.select().from(journal).where(isIt))
      await tell(paris, event!.id, soon)
      await tell(paris, event!.id, soon)
      const told = await Promise.all(held.comers.map(({ personId }) => noticesOf(personId)))
      expect(told.map((all) => all.filter(({ eventId }) => eventId === event!.id).length)).toEqual([1, 1, 0])
      const written = await lettersOf([event!.id], { at: soon })
      expect(written).toHaveLength(2)
      const [waiting] = await listTaken(paris, [written[0]!.letterId])
      const letter = noticeLetter({ tenant: paris, locale: 'fr' }, waiting!)!
      expect(letter.quoted).toEqual({ title: 'Planter des bulbes au square', text: body })
      const seen = await Promise.all(
        held.comers.map(({ personId }) => findOwnDate(paris, held.dateId, personId)),
      )
      expect(seen.map((place) => place!.announcements.length)).toEqual([1, 1, 0])
    },
  )

  test('leaves twice in a day at most, and only from those who organise', async () => {
    const held = await aDateWith('Inès Robert')
    const stranger = { ...held, organiserId: held.comers[0]!.personId }
    expect(refusalOf(await announce(stranger))).toBe('not_there')
    const said = [await announce(held), await announce(held, later(1)), await announce(held, later(23))]
    expect(said.map(refusalOf)).toEqual(['done', 'done', 'too_many'])
    expect(refusalOf(await announce(held, later(25)))).toBe('done')
    expect(refusalOf(await announce(await aDateWith()))).toBe('nobody')
    expect(refusalOf(await announce(held, later(24 * 8)))).toBe('over')
  })

  test('asked for at once, is not told more often for that', async () => {
    const held = await aDateWith('Inès Robert')
    const said = await Promise.all([1, 2, 3, 4].map(() => announce(held)))
    expect(said.map(refusalOf).sort()).toEqual(['done', 'done', 'too_many', 'too_many'])
  })
})

describe('what somebody shows on one date', () => {
  const share = (
    { registrationId, personId }: Held['comers'][number],
    showsName: boolean,
    phone: string | null,
  ) => shareOnDate(paris, { registrationId, personId, showsName, phone, now })

  test('is a first name to the others who come, by their own choice; nobody else’s place is theirs to see', async () => {
    const held = await aDateWith('Inès Robert', 'Paul Morel', 'Zoé Petit')
    const [ines, paul, zoe] = held.comers
    expect((await findOwnDate(paris, held.dateId, paul!.personId))!.companions).toEqual([])
    expect(refusalOf(await share(ines!, true, null))).toBe('done')
    expect((await findOwnDate(paris, held.dateId, paul!.personId))!.companions).toEqual(['Inès'])
    expect((await findOwnDate(paris, held.dateId, ines!.personId))!.companions).toEqual([])
    expect(refusalOf(await share(zoe!, true, null))).toBe('not_confirmed')
    expect((await findOwnDate(paris, held.dateId, zoe!.personId))!.companions).toEqual([])
    expect(await findOwnDate(paris, held.dateId, held.organiserId)).toBeNull()
    expect(refusalOf(await share({ ...paul!, registrationId: ines!.registrationId }, true, null))).toBe(
      'not_there',
    )
    await share(ines!, false, null)
    expect((await findOwnDate(paris, held.dateId, paul!.personId))!.companions).toEqual([])
  })

  test('is nothing of whoever is under age, even where it was ticked before', async () => {
    const held = await aDateWith('Inès Robert', 'Paul Morel')
    const [ines, paul] = held.comers
    await share(ines!, true, null)
    await inTenant(paris, (db) =>
      db.update(registrations).set({ consentedAt: now }).where(eq(registrations.id, ines!.registrationId)),
    )
    expect(refusalOf(await share(ines!, true, '0601020304'))).toBe('minor')
    expect((await findOwnDate(paris, held.dateId, paul!.personId))!.companions).toEqual([])
  })

  test('is a telephone to those who organise, written nowhere in clear, and erased seven days after the date', async () => {
    const held = await aDateWith('Inès Robert')
    const [ines] = held.comers
    expect(refusalOf(await share(ines!, false, '+33601020304'))).toBe('done')
    expect([...(await listPhones(paris, held.dateId)).values()]).toEqual(['+33601020304'])
    const rows = await inTenant(paris, (db) => db.select().from(registrationShares))
    expect(JSON.stringify(rows)).not.toContain('601020304')
    await forgetSome(paris, 'phones', later(24 * 14 + 1))
    expect((await listPhones(paris, held.dateId)).size).toBe(1)
    await forgetSome(paris, 'phones', later(24 * 14 + 3))
    expect((await listPhones(paris, held.dateId)).size).toBe(0)
  })

  test.each([
    ['06 01 02 03 04', '0601020304'],
    ['+33 (6) 01-02.03', '+336010203'],
    ['', null],
    ['12', 'refused'],
    ['call me', 'refused'],
    ['0601020304<script>', 'refused'],
  ])('%j is read as %j', (phone, read) => {
    const form = ShareInput.safeParse({ registrationId: crypto.randomUUID(), phone })
    expect(form.success ? form.data.phone : 'refused').toBe(read)
  })
})
