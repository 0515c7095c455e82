import { and, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { auditEvents, helpCalls, helpVisits, letters, people } from '@/drizzle/schema'
import { closeDatabase, inTenant } from '@/lib/db'
import { closeOperatorDoor, operatorDoor } from '@/lib/db/operator'
import { onlyReading } from '@/lib/db/reading'
import { answerTicket } from '@/lib/operator/help/commands'
import { findCall, listCalls } from '@/lib/operator/help/queries'
import { closeTicket, endAccess, grantAccess, openTicket, replyAsCity } from '@/lib/tenancy/help/commands'
import { enterByCode, leaveConsole, makeCode, openPage } from '@/lib/tenancy/help/entries/commands'
import { NewTicket } from '@/lib/tenancy/help/input'
import { findTicket } from '@/lib/tenancy/help/queries'
import { codeSeconds, helperMayOpen } from '@/lib/tenancy/help/rules'
import { aPerson } from '../support/factories'
import { aCity, publish } from '../support/new-cities'

const door = operatorDoor()
const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const byEmail = 'op@test.example'
afterAll(() => Promise.all([closeDatabase(), closeOperatorDoor()]))

async function aTicket(hours: number | null = 1) {
  const city = aCity()
  await publish(city)
  const by = { id: await aPerson(city, { role: 'admin' }), name: 'Odile' }
  const asked = { subject: 'Une carte vide', body: 'Les quartiers ont disparu.', hours, by, now }
  const opened = await openTicket(city, asked)
  if (!opened.ok) throw new Error('no ticket')
  return { city, by, ticket: opened.value.id }
}
type Asked = Awaited<ReturnType<typeof aTicket>>

async function inside({ city, ticket }: Asked) {
  const made = await makeCode(door, city, { ticket, byEmail, now })
  if (!made.ok) throw new Error(made.refusal)
  const entered = await enterByCode(door, city, { code: made.value.code, now })
  if (!entered.ok) throw new Error(entered.refusal)
  return { token: entered.value.token, code: made.value.code }
}

const actsIn = ({ city }: Asked) =>
  inTenant(city, async (db) => {
    const rows = await db.select().from(auditEvents).orderBy(auditEvents.seq)
    return rows.map(({ action }) => action).filter((action) => action.startsWith('help_'))
  })

test('the operator looks only while the city lets them, and each page is written down first', async () => {
  const asked = await aTicket()
  const { city, by, ticket } = asked
  const { token } = await inside(asked)
  const look = (path: string, at = now) => openPage(door, city, { token, path, now: at })
  expect(await look('/administration/journal')).toMatchObject({ email: byEmail, subject: 'Une carte vide' })
  expect(await look('/administration', later(61))).toBeNull()
  await endAccess(city, { ticket, by, now: later(1) })
  expect(await look('/administration', later(2))).toBeNull()
  expect((await findTicket(city, ticket))!.visits.map(({ path }) => path)).toEqual([
    '/administration/journal',
  ])
  await grantAccess(city, { ticket, hours: 4, by, now: later(3) })
  expect(await look('/administration/roles', later(4))).not.toBeNull()
  await leaveConsole(door, city, { token, now: later(5) })
  expect(await look('/administration', later(6))).toBeNull()
  expect(await actsIn(asked)).toEqual([
    ...['help_granted', 'help_entered', 'help_revoked', 'help_granted', 'help_left'],
  ])
})

test('a code serves once, in its city, for two minutes', async () => {
  const [asked, other] = [await aTicket(), await aTicket()]
  const { code } = await inside(asked)
  const over = { ok: false, refusal: 'access_over' }
  expect(await enterByCode(door, asked.city, { code, now })).toEqual(over)
  const made = await makeCode(door, asked.city, { ticket: asked.ticket, byEmail, now })
  if (!made.ok) throw new Error(made.refusal)
  const fresh = made.value.code
  expect(await enterByCode(door, other.city, { code: fresh, now })).toEqual(over)
  const late = new Date(now.getTime() + codeSeconds * 1000)
  expect(await enterByCode(door, asked.city, { code: fresh, now: late })).toEqual(over)
})

test('without leave there is no code, and a closed ticket opens nothing', async () => {
  const { city, ticket } = await aTicket(null)
  expect(await makeCode(door, city, { ticket, byEmail, now })).toEqual({ ok: false, refusal: 'access_over' })
  const closed = await aTicket()
  const { token } = await inside(closed)
  await closeTicket(closed.city, { ...closed, now: later(1) })
  expect(await openPage(door, closed.city, { token, path: '/administration', now: later(2) })).toBeNull()
  expect(await replyAsCity(closed.city, { ...closed, body: 'Encore là ?', now })).toEqual({
    ok: false,
    refusal: 'ticket_closed',
  })
})

test('whoever only reads changes no row: Postgres refuses', async () => {
  const { city, by } = await aTicket()
  const write = () => inTenant(city, (db) => db.update(people).set({ name: 'X' }).where(eq(people.id, by.id)))
  await expect(onlyReading(write)).rejects.toMatchObject({ cause: { code: '25006' } })
  await expect(onlyReading(() => inTenant(city, (db) => db.$count(people)))).resolves.toBe(1)
  await expect(write()).resolves.toBeDefined()
})

test('what the operator opened is written by nobody else', async () => {
  const { city, ticket } = await aTicket()
  const row = { ticketId: ticket, operatorEmail: byEmail, path: '/administration', at: now }
  await expect(inTenant(city, (db) => db.insert(helpVisits).values(row))).rejects.toThrow()
  await inside({ city, ticket, by: { id: '', name: '' } })
  await expect(inTenant(city, (db) => db.delete(helpVisits))).rejects.toThrow()
})

test('the operator finds who asks and answers; a letter says so to those who run the city, once', async () => {
  const { city, ticket } = await aTicket()
  const call = async () => (await listCalls()).find(({ ticketId }) => ticketId === ticket)
  expect(await call()).toMatchObject({ cityId: city.id, subject: 'Une carte vide', lastBy: 'city' })
  const answered = await answerTicket(door, { city: city.id, ticket, body: 'Nous regardons.', byEmail, now })
  expect(answered).toMatchObject({ ok: true })
  expect(await call()).toMatchObject({ lastBy: 'operator' })
  expect((await findCall(city.id, ticket))!.messages).toMatchObject([
    ...[{ operatorEmail: null }, { operatorEmail: byEmail, body: 'Nous regardons.' }],
  ])
  const told = and(eq(letters.kind, 'help_answered'), eq(letters.state, 'waiting'))
  expect(await inTenant(city, (db) => db.$count(letters, told))).toBe(1)
  const [entry] = await door.registry.select().from(helpCalls).where(eq(helpCalls.ticketId, ticket))
  expect(Object.keys(entry!)).not.toContain('subject')
})

test.each([
  ['/administration', true],
  ['/administration/journal', true],
  ['/administration/donnees', false],
  ['/administration/depart', false],
  ['/administration/assistance', false],
  ['/administrations', false],
  ['/moderation', false],
  ['/compte', false],
])('%s: %s', (path, may) => expect(helperMayOpen(path)).toBe(may))

test.each([
  ['0', null],
  ['24', 24],
])('%s hours', (hours, read) => {
  expect(NewTicket.parse({ subject: 'Sujet', body: 'Une question ?', hours }).hours).toBe(read)
  expect(NewTicket.safeParse({ subject: 'Sujet', body: 'Une question ?', hours: '9999' }).success).toBe(false)
})
