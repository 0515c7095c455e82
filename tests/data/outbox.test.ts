import { setTimeout as pause } from 'node:timers/promises'
import { parse } from 'csv-parse/sync'
import { and, eq } from 'drizzle-orm'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { grants, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { escalateLate } from '@/lib/engagements/commands'
import { dutiesAsCsv } from '@/lib/engagements/exports/rules'
import { noDutyFilters } from '@/lib/engagements/input'
import { listAllDuties, listDuties } from '@/lib/engagements/queries'
import { messagesFor } from '@/lib/i18n/messages'
import { certifyIdeas } from '@/lib/ideas/collection/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { stepsOf } from '@/lib/ideas/timeline/rules'
import { record } from '@/lib/journal/commands'
import { carryLetters } from '@/lib/mail/delivery'
import { carry } from '@/lib/mail/jobs'
import { takeLetters } from '@/lib/mail/outbox/commands'
import { lanes, openLine } from '@/lib/mail/transport'
import { tellOf } from '@/lib/notifications/jobs'
import { anIdea } from '../support/factories'
import { after, letterNow, lettersOf, noon, paris, someone } from '../support/letters'
import { mail, aLetter } from '../support/mailroom'

test('item 3: killed between the commit and the letter, what happened is told once after the restart', async () => {
  const author = await someone()
  const { id: aboutId } = await anIdea(paris, { authorId: author })
  const entry = { byId: null, byRole: 'system', visibility: 'public', detail: {} } as const
  const now = new Date()
  const eventId = await inTenant(paris, (db) => record(db, { kind: 'refused', aboutId, at: now, ...entry }))
  const owner = connectAsOwner(process.env.SUPERUSER_DATABASE_URL ?? '')
  const asked = await owner`
    select key from graphile_worker.jobs where key = ${`${paris.id}:letters.for_event:${eventId}`}`
  await owner.end()
  expect(asked).toHaveLength(1)
  for (let restart = 0; restart < 3; restart++) {
    await tellOf({ eventId }, { tenant: paris, now: noon })
    for (const { leave } of await lettersOf([eventId])) await leave()
  }
  expect(mail.received).toHaveLength(1)
})

test('item 4: the same row of the outbox carried again sends nothing more', async () => {
  const { letterId, leave } = await aLetter()
  await leave()
  await leave(after(noon, 1))
  expect(await takeLetters(paris, { now: after(noon, 2), most: 10, only: letterId })).toEqual([])
  expect(mail.received).toHaveLength(1)
})

test('asked for four times at once, what is due leaves, once', async () => {
  const due = await Promise.all(Array.from({ length: 5 }, () => aLetter()))
  const turns = Array.from({ length: 4 }, () => carry({}, { tenant: paris, now: noon }))
  await Promise.all(turns)
  const states = await Promise.all(due.map(({ letterId }) => letterNow(letterId)))
  expect(states.map(({ state, attempts }) => [state, attempts])).toEqual(due.map(() => ['sent', 1]))
})

test('no connection begins another letter before the last that left is written down', async () => {
  const letters = await Promise.all(Array.from({ length: 3 * lanes }, () => aLetter()))
  const ids = letters.map(({ letterId }) => letterId)
  const mine = new Set(ids.map((id) => `<${id}@decider.paris.localhost>`))
  const arrived = () => mail.received.filter(({ messageId }) => mine.has(messageId!)).length
  const other = connectAsOwner(process.env.SUPERUSER_DATABASE_URL ?? '')
  mail.be('slow')
  const line = openLine()
  const carried = carryLetters({ tenant: paris, line, clock: () => noon })
  while (arrived() === 0) await pause(10)
  await other.begin(async (held) => {
    await held`select from letters where id in ${held(ids)} for update`
    await pause(1500)
    const [noted] = await held<{ count: number }[]>`
      select count(*)::int as count from letters where state = 'sent' and id in ${held(ids)}`
    expect(arrived() - noted!.count).toBeLessThanOrEqual(lanes)
  })
  mail.be('kind')
  await carried
  line.close()
  for (const { leave } of letters) await leave()
  expect(arrived()).toBe(ids.length)
  await other.end()
})

test('item 25: what is late says so on the idea, among the engagements and in their file, and its letter leaves once', async () => {
  const [now, district] = [new Date(), '75-late-letter']
  const reachedAt = new Date(now.getTime() - 20 * 86_400_000)
  const { id, slug } = await anIdea(paris, { collection: 'reached', reachedAt, districtCode: district })
  const head = await someone()
  const grant = { personId: head, role: 'area_admin', scopeKind: 'district', scopeValue: district } as const
  await inTenant(paris, (db) => db.insert(grants).values({ ...grant, startsAt: reachedAt }))
  await certifyIdeas(paris)
  for (let night = 0; night < 3; night++) await escalateLate(paris)

  const late = { kind: 'name_instructor', state: 'late' }
  expect(stepsOf((await findPublicIdea(paris, slug))!, now)).toContainEqual(expect.objectContaining(late))
  const filters = { ...noDutyFilters, districts: [district], standings: ['late' as const] }
  const listed = await listDuties(paris, filters, now)
  expect([listed.facets.standings.late, listed.duties.map(({ kind }) => kind)]).toEqual([1, [late.kind]])
  const t = createTranslator({ locale: 'fr', messages: messagesFor('fr'), namespace: 'engagements' })
  const file = dutiesAsCsv(
    await listAllDuties(paris, { ...noDutyFilters, districts: [district] }, now),
    {
      column: (name) => name,
      kind: (kind) => kind,
      standing: (standing) => t(`standings.${standing}`),
      department: () => null,
      address: (path) => path,
    },
    now,
  )
  const lines = parse(file, { bom: true, columns: true }) as {
    kind: string
    standing: string
    address: string
  }[]
  expect(lines.filter(({ standing }) => standing === t('standings.late'))).toMatchObject([
    { kind: late.kind, address: slug },
  ])

  const isLate = and(eq(journal.aboutId, id), eq(journal.kind, 'duty_late'))
  const events = await inTenant(paris, (db) => db.select({ id: journal.id }).from(journal).where(isLate))
  expect(events).toHaveLength(1)
  for (let restart = 0; restart < 2; restart++) {
    await tellOf({ eventId: events[0]!.id }, { tenant: paris, now: noon })
    const toHead = (await lettersOf([events[0]!.id])).filter(({ personId }) => personId === head)
    expect(toHead).toHaveLength(1)
    for (const { leave } of toHead) await leave()
  }
  expect(mail.received.map(({ subject }) => subject)).toEqual(['Personne n’est encore chargé d’un dossier'])
})
