import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import * as schema from '@/drizzle/schema'
import { guestKeyOf } from '@/lib/agir/registrations/links/queries'
import { inTenant } from '@/lib/db'
import { copyOf } from '@/lib/people/copy/queries'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { addressed } from '@/lib/people/mailboxes/rules'
import { mailboxKey } from '@/lib/people/sign-in/queries'
import type { Tenant } from '@/tenants/tenant'
import { aDate, anActivity, anOrganisation } from '../support/agir'
import { aCity } from '../support/cities'
import { anIdea, aPerson } from '../support/factories'

const now = new Date()
const later = new Date(now.getTime() + 86_400_000)
let city: Tenant
beforeAll(async () => {
  city = await aCity()
})
const inCity = <Result>(work: Parameters<typeof inTenant<Result>>[1]) => inTenant(city, work)

const copied = Object.entries(addressed).flatMap(([name, fate]) => (fate === 'copied' ? [name] : []))

/** Somebody whose address a provider says, or who has answered a letter sent to it. */
async function someoneAt(email: string, { hasAnswered }: { hasAnswered: boolean }) {
  const personId = await aPerson(city, { email })
  const known = { key: mailboxKey(city, email), kind: 'email', personId } as const
  if (hasAnswered) await inCity((db) => db.insert(schema.personKeys).values(known))
  return personId
}

/** A row of each kind that knows somebody by this address alone. */
async function knownByAddress(email: string) {
  const [by, idea, group] = [await aPerson(city), await anIdea(city), await anOrganisation(city)]
  const activity = await anActivity(city, { organisationId: group.id })
  const date = await aDate(city, activity.id, later)
  const about = { subjectKind: 'idea', subjectId: idea.id } as const
  const guestKey = guestKeyOf(city, email)
  const token = () => ({ tokenHash: crypto.randomUUID() })
  await inCity(async (db) => {
    const asked = { ...about, kind: 'report', title: 'Un titre', openedAt: now, dueAt: now } as const
    const [task] = await db.insert(schema.tasks).values(asked).returning()
    const report = {
      ...about,
      taskId: task!.id,
      reason: 'spam',
      text: 'De la réclame.',
      goodFaith: true,
    } as const
    await db.insert(schema.reports).values({ ...report, email, reporterKey: email, locale: 'fr', at: now })
    const invited = { email, invitedAt: now, expiresAt: later }
    await db
      .insert(schema.carrierInvitations)
      .values({ ...invited, ...token(), ideaId: idea.id, invitedById: by })
    await db
      .insert(schema.staffInvitations)
      .values({ ...invited, role: 'moderator', linkId: crypto.randomUUID() })
    const member = { organisationId: group.id, email, state: 'invited', at: now, invitedById: by } as const
    await db.insert(schema.memberships).values({ ...member, ...token() })
    await db
      .insert(schema.letters)
      .values({ key: email, kind: 'report_received', address: email, locale: 'fr' })
    await db
      .insert(schema.signInLinks)
      .values({ ...token(), email, next: '/', askedAt: now, expiresAt: later })
    const wish = {
      occurrenceId: date.id,
      positionId: date.positionId,
      sealed: 'x',
      locale: 'fr',
      partySize: 1,
    }
    await db.insert(schema.guestRequests).values({ ...wish, guestKey, askedAt: now, expiresAt: later })
    await db.insert(schema.exclusions).values({ activityId: activity.id, guestKey, at: now })
  })
}

async function addressedIn(personId: string): Promise<string[]> {
  let text = ''
  for await (const piece of copyOf(city, personId, now)) text += piece
  const { addressed: parts } = JSON.parse(text) as { addressed: { as: string; rows: unknown[] }[] }
  return parts.map(({ as }) => as).sort()
}

test('each column that holds an address, or the key of one, says what becomes of it', async () => {
  const found = await inCity((db) =>
    db.execute<{ name: string }>(sql`
      select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and (a.attname ~ '(^|_)(email|guest_key|mailbox_key)$' and a.attname <> 'operator_email'
          or c.relname = 'letters' and a.attname = 'address')
      order by 1`),
  )
  expect(found.map(({ name }) => name)).toEqual(Object.keys(addressed).sort())
})

test('a copy holds what is known of its address, once a letter to it was answered, and nothing of another', async () => {
  const email = `${crypto.randomUUID()}@exemple.fr`
  const told = await someoneAt(email, { hasAnswered: false })
  await knownByAddress(email)
  expect(await addressedIn(told)).toEqual([])
  const own = await someoneAt(email.toUpperCase(), { hasAnswered: true })
  expect(await addressedIn(own)).toEqual([...copied].sort())
  const other = await someoneAt(`${crypto.randomUUID()}@exemple.fr`, { hasAnswered: true })
  expect(await addressedIn(other)).toEqual([])
})

test('an account that goes takes its address with it, everywhere, and leaves that of another', async () => {
  const [email, another] = [`${crypto.randomUUID()}@exemple.fr`, `${crypto.randomUUID()}@exemple.fr`]
  const [own, other] = [
    await someoneAt(email, { hasAnswered: true }),
    await someoneAt(another, { hasAnswered: true }),
  ]
  for (const one of [email, another]) await knownByAddress(one)
  expect(await deleteAccount(city, { personId: own, now })).toMatchObject({ ok: true })
  const left = await inCity(async (db) => {
    const rows = []
    for (const name of copied.filter((one) => !one.endsWith('guest_key'))) {
      const [table, column] = name.split('.').map((word) => sql.identifier(word))
      const [row] = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from ${table} where ${column} = ${email}`,
      )
      if (row!.count > 0) rows.push(name)
    }
    return rows
  })
  expect(left).toEqual([])
  const asked = and(eq(schema.guestRequests.guestKey, guestKeyOf(city, email)))
  expect(await inCity((db) => db.$count(schema.guestRequests, asked))).toBe(0)
  expect(await addressedIn(other)).toEqual([...copied].sort())
})
