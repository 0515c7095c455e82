import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { ideas, interests, journal, people, reports, retentionRuns, scopeKeys } from '@/drizzle/schema'
import { csvOf } from '@/lib/csv/rules'
import { inTenant } from '@/lib/db'
import { followIdea } from '@/lib/ideas/supports/commands'
import { reportSubject } from '@/lib/moderation/reports/commands'
import { reportReasons } from '@/lib/moderation/rules'
import { copyOf } from '@/lib/people/copy/queries'
import { holdings } from '@/lib/people/copy/rules'
import { deleteAccount } from '@/lib/people/leaving/commands'
import { forgetWhatIsDue } from '@/lib/people/retention/commands'
import { findRetention } from '@/lib/people/retention/queries'
import { monthsBefore } from '@/lib/people/retention/rules'
import type { Happening } from '@/lib/journal/rules'
import type { Tenant } from '@/tenants/tenant'
import { aCity } from '../support/cities'
import { anIdea } from '../support/factories'
import {
  after,
  happens as happensIn,
  noon,
  noticesOf as noticesIn,
  someone as someoneIn,
} from '../support/letters'

/** A city of this file alone: what is forgotten two months ahead of time is nobody else's. */
let city: Tenant
beforeAll(async () => {
  city = await aCity()
})
const someone = (detail = {}) => someoneIn(detail, city)
const happens = (kind: Happening, aboutId: string) => happensIn(kind, aboutId, { city })
const noticesOf = (personId: string) => noticesIn(personId, city)

/** Every column that is a key to a person, or is named as one. */
const columnsOfPeople = () =>
  inTenant(city, (db) =>
    db.execute<{ name: string }>(sql`
      select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and a.atttypid = 'uuid'::regtype and (a.attname ~ '(^|_)(person|author|by|carrier|reviewer|reporter|instructor)_id$' or exists (
          select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
            and k.confrelid = 'people'::regclass and a.attnum = any (k.conkey)))
      order by 1`),
  )

/** Nobody can support a draft: it has no key. */
async function draft(changedAt: Date, authorId: string) {
  const never = { slug: null, publishedAt: null, collection: 'not_started' } as const
  const idea = await anIdea(city, { ...never, authorId, publication: 'draft', changedAt })
  await inTenant(city, (db) => db.delete(scopeKeys).where(eq(scopeKeys.ideaId, idea.id)))
  return idea
}

const isThere = async (ideaId: string) =>
  (await inTenant(city, (db) => db.select().from(ideas).where(eq(ideas.id, ideaId)))).length === 1

const isDeleted = async (personId: string) =>
  (await inTenant(city, (db) => db.select().from(people).where(eq(people.id, personId))))[0]!.deletedAt !==
  null

test('each table that says whom it is about is told of in their copy', async () => {
  const found = (await columnsOfPeople()).map(({ name }) => name)
  expect(found).toEqual(Object.keys(holdings).sort())
  const personId = await someone()
  let text = ''
  for await (const piece of copyOf(city, personId, noon)) text += piece
  const parts = Object.keys(JSON.parse(text) as object)
  for (const part of Object.values(holdings)) expect(parts).toContain(part)
})

test('a copy holds what a person follows, chose and was told, and nothing of another', async () => {
  const [personId, other] = [await someone(), await someone({ name: 'Quelqu’un d’autre' })]
  const idea = await anIdea(city, { authorId: other })
  await followIdea(city, { ideaId: idea.id, personId, now: noon })
  await inTenant(city, (db) =>
    db.insert(interests).values({ personId, kind: 'theme', value: 'sport', since: noon }),
  )
  await happens('expired', idea.id)
  let text = ''
  for await (const piece of copyOf(city, personId, noon)) text += piece
  const copy = JSON.parse(text) as Record<string, unknown[]>
  expect(copy.comments).toEqual([])
  expect(copy.notices).toMatchObject([{ kind: 'expired', aboutId: idea.id }])
  expect(copy.interests).toMatchObject([{ kind: 'theme', value: 'sport' }])
  expect(text).not.toContain('Quelqu’un d’autre')
})

test('after an account is deleted no row is about its person but what a role or a right obliges to keep', async () => {
  const personId = await someone()
  const idea = await anIdea(city, { authorId: personId })
  await followIdea(city, { ideaId: idea.id, personId, now: noon })
  await happens('published', idea.id)
  expect(await noticesOf(personId)).toHaveLength(1)
  expect((await deleteAccount(city, { personId, now: noon })).ok).toBe(true)
  const kept = ['person_keys.person_id', 'sessions.person_id', 'grants.person_id', 'journal.by_id']
  for (const { name } of await columnsOfPeople()) {
    const [table, column] = name.split('.') as [string, string]
    const rows = await inTenant(city, (db) =>
      db.execute(sql`select 1 from ${sql.identifier(table)} where ${sql.identifier(column)} = ${personId}`),
    )
    if (!kept.includes(name)) expect([name, rows.length]).toEqual([name, 0])
  }
})

test('who has not come for two years is told first, and forgotten two months later; drafts after a year', async () => {
  const [gone, back, author] = [
    await someone({ seenAt: monthsBefore(noon, 23) }),
    await someone({ seenAt: monthsBefore(noon, 23) }),
    await someone({ seenAt: noon }),
  ]
  const [old, young] = [
    await draft(monthsBefore(noon, 13), author),
    await draft(monthsBefore(noon, 10), author),
  ]
  const due = Object.fromEntries((await findRetention(city, noon)).map(({ row, due }) => [row, due]))
  expect(due.inactive_warned).toBeGreaterThanOrEqual(2)
  await forgetWhatIsDue(city, noon)
  expect([await isDeleted(gone), await isThere(old.id)]).toEqual([false, true])
  const told = await inTenant(city, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.kind, 'account_expiring'), eq(journal.aboutId, gone))),
  )
  expect(told).toHaveLength(1)
  await forgetWhatIsDue(city, after(noon, 24))
  expect(await isThere(old.id)).toBe(true)

  await inTenant(city, (db) =>
    db
      .update(people)
      .set({ seenAt: after(noon, 30 * 24) })
      .where(eq(people.id, back)),
  )
  const later = after(noon, 62 * 24)
  await forgetWhatIsDue(city, later)
  expect([await isDeleted(gone), await isDeleted(back)]).toEqual([true, false])
  expect([await isThere(old.id), await isThere(young.id)]).toEqual([false, true])
  expect((await findRetention(city, later)).filter(({ due }) => due > 0)).toEqual([])
  const runs = await inTenant(city, (db) =>
    db.select().from(retentionRuns).where(eq(retentionRuns.at, later)),
  )
  expect(runs.find(({ row }) => row === 'inactive')!.done).toBeGreaterThanOrEqual(1)
})

test('six months after a collection its key is destroyed, in public, and its count stays', async () => {
  const idea = await anIdea(city, { supportCount: 12, deadlineAt: monthsBefore(noon, 7) })
  await forgetWhatIsDue(city, noon)
  await forgetWhatIsDue(city, noon)
  const [key] = await inTenant(city, (db) => db.select().from(scopeKeys).where(eq(scopeKeys.ideaId, idea.id)))
  expect(key).toMatchObject({ sealed: null, destroyedAt: noon })
  const events = await inTenant(city, (db) =>
    db
      .select()
      .from(journal)
      .where(and(eq(journal.aboutId, idea.id), eq(journal.kind, 'voices_forgotten'))),
  )
  expect(events).toMatchObject([{ visibility: 'public' }])
  const [row] = await inTenant(city, (db) => db.select().from(ideas).where(eq(ideas.id, idea.id)))
  expect(row!.supportCount).toBe(12)
})

test('who reported a text is forgotten six months after the decision; what was reported stays', async () => {
  const personId = await someone()
  const idea = await anIdea(city, { authorId: await someone() })
  const ground = reportReasons[0]
  const said = {
    kind: 'idea',
    reason: ground,
    text: 'Une insulte envers mes voisins.',
    locale: 'fr',
  } as const
  const sent = { subjectId: idea.id, email: null, personId, from: personId, now: monthsBefore(noon, 8) }
  const reported = await reportSubject(city, { ...said, ...sent })
  const id = reported.ok ? reported.value.id : ''
  const close = (closedAt: Date) =>
    inTenant(city, (db) => db.update(reports).set({ closedAt }).where(eq(reports.id, id)))
  const row = async () =>
    (await inTenant(city, (db) => db.select().from(reports).where(eq(reports.id, id))))[0]!
  await close(monthsBefore(noon, 5))
  await forgetWhatIsDue(city, noon)
  expect(await row()).toMatchObject({ reporterId: personId })
  await close(monthsBefore(noon, 7))
  await forgetWhatIsDue(city, noon)
  expect(await row()).toMatchObject({ reporterId: null, email: null, reason: ground })
})

test.each(['=HYPERLINK("http://x","y")', '+1', '-1+1', '@SUM(1)', '\t=1', '\r=1', '＝1+1', ';=1', ' =1'])(
  'a spreadsheet takes %j for text',
  (cell) => expect(csvOf([cell], [])).toBe(`\ufeff"'${cell.replaceAll('"', '""')}"\r\n`),
)
