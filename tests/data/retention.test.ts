import { randomUUID } from 'node:crypto'
import { eq, getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import * as schema from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { forgetWhatIsDue } from '@/lib/people/retention/commands'
import { keptRows, monthsBefore, type RetentionRow, retentionRows } from '@/lib/people/retention/rules'
import { fates } from '@/lib/people/retention/words/rules'
import type { Tenant } from '@/tenants/tenant'
import { aCity } from '../support/cities'
import { anIdea, aPerson } from '../support/factories'
import { forgetLine } from '../support/retention'

const now = new Date()
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const months = (count: number) => monthsBefore(now, count)
let city: Tenant
beforeAll(async () => {
  city = await aCity()
})
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(city, work)

const forget = (row: RetentionRow) => forgetLine(city, row, now)

/** Postgres' name of every column of free text: what is one of a few known words is none. */
const textColumns = Object.values(schema)
  .filter((table) => is(table, PgTable) && getTableConfig(table).schema === undefined)
  .flatMap((table) =>
    Object.values(getTableColumns(table as PgTable))
      .filter((column) => /text|char|json/.test(column.getSQLType()) && !column.enumValues?.length)
      .map(({ name }) => `${getTableName(table as PgTable)}.${snaked(name)}`),
  )
  .filter((name) => !name.endsWith('.tenant_id'))

function snaked(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

describe('the table of retention', () => {
  test('has a line for every column in which somebody may have typed something', () => {
    const named = Object.values(fates).flatMap((tables) =>
      Object.entries(tables).flatMap(([table, columns]) =>
        columns.split(' ').map((column) => `${table}.${column}`),
      ),
    )
    expect(named.toSorted()).toEqual(textColumns.toSorted())
    const lines = [...retentionRows, ...keptRows, 'account', 'city', 'machine']
    expect(Object.keys(fates).toSorted()).toEqual(lines.toSorted())
  })

  test('needs none for addresses of machines: no column holds one', async () => {
    const columns = await inCity((db) =>
      db.execute<{ name: string }>(sql`
        select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
          and (a.atttypid in ('inet'::regtype, 'cidr'::regtype) or a.attname ~ '(^|_)(ip|user_agent)(_|$)')`),
    )
    expect([...columns]).toEqual([])
  })
})

type Rows = { table: PgTable; old: object; young: object }

/** One row past its time and one that is not: the first alone goes. */
async function goes(row: RetentionRow, { table, old, young }: Rows): Promise<void> {
  await inCity((db) => db.insert(table).values([old, young]))
  expect(await forget(row)).toBe(1)
  expect(await inCity((db) => db.select().from(table))).toMatchObject([young])
}

describe('what is past its time is gone, and what is not stays', () => {
  test('an e-mail step that nobody confirmed: seven days', async () => {
    const link = (tokenHash: string, expiresAt: Date) => ({
      tokenHash,
      email: 'a@exemple.test',
      next: '/',
      askedAt: expiresAt,
      expiresAt,
    })
    await goes('sign_in_links', {
      table: schema.signInLinks,
      old: link('a', days(-8)),
      young: link('b', days(-6)),
    })
  })

  test('an address that was invited to a role or to carry a text: seven days', async () => {
    const { staffInvitations: table, carrierInvitations } = schema
    const asked = (expiresAt: Date) => ({
      email: 'b@exemple.test',
      role: 'moderator',
      linkId: randomUUID(),
      invitedAt: expiresAt,
      expiresAt,
    })
    await goes('invitations', { table, old: asked(days(-8)), young: asked(days(-6)) })
    const { id: ideaId } = await anIdea(city)
    const invitedById = await aPerson(city)
    const one = { ideaId, invitedById, invitedAt: days(-30), email: 'c@exemple.test', tokenHash: 'x' }
    await inCity((db) => db.insert(carrierInvitations).values({ ...one, expiresAt: days(-8) }))
    await forget('invitations')
    expect(await inCity((db) => db.select().from(carrierInvitations))).toMatchObject([{ email: null }])
  })

  test('how often somebody asked: seven days', async () => {
    const window = (key: string, windowStart: Date) => ({ key, windowStart, used: 1 })
    await goes('rate_windows', {
      table: schema.rateLimits,
      old: window('a', days(-8)),
      young: window('b', days(-6)),
    })
  })

  test('a sign-in that ended: thirty days', async () => {
    const personId = await aPerson(city)
    const session = (expiresAt: Date) => ({ personId, startedAt: days(-90), expiresAt })
    await goes('sessions', { table: schema.sessions, old: session(days(-31)), young: session(days(-29)) })
  })

  test('a letter, a notice and the fingerprint of a mailbox that refuses: twelve months', async () => {
    const letter = (key: string, queuedAt: Date) => ({ key, kind: 'link', locale: 'fr', queuedAt })
    await goes('letters', {
      table: schema.letters,
      old: letter('a', months(13)),
      young: letter('b', months(11)),
    })
    const personId = await aPerson(city)
    const about = { personId, reader: 'author', category: 'my_items' }
    const notice = (at: Date) => ({ ...about, eventId: randomUUID(), aboutId: randomUUID(), at })
    await goes('notices', { table: schema.notices, old: notice(months(13)), young: notice(months(11)) })
    const box = (mailboxKey: string, at: Date) => ({ mailboxKey, reason: '550', at })
    await goes('mailboxes', {
      table: schema.refusedMailboxes,
      old: box('a', months(13)),
      young: box('b', months(11)),
    })
  })
})

test('the acts of those who run the city are kept, five years on too', async () => {
  const at = months(61)
  const event = { kind: 'role_changed', aboutId: randomUUID(), at, byRole: 'admin' as const }
  await inCity((db) => db.insert(schema.journal).values({ ...event, visibility: 'internal' }))
  await forgetWhatIsDue(city, now)
  const { journal } = schema
  expect(await inCity((db) => db.$count(journal, eq(journal.aboutId, event.aboutId)))).toBe(1)
})
