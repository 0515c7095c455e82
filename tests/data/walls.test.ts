import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectAsOwner, executeQuoted, type OwnerClient } from '@/lib/db/administration'
import { faultsInWalls } from '../support/walls'

let superuser: OwnerClient
let names: string[]
let tables: { name: string; policy: string }[]

beforeAll(async () => {
  superuser = connectAsOwner(process.env.SUPERUSER_DATABASE_URL ?? '')
  tables = await superuser`
    select c.relname as name, p.polname as policy from pg_class c join pg_policy p on p.polrelid = c.oid
    where c.relnamespace = 'public'::regnamespace order by c.relname`
  names = [...new Set(tables.map(({ name }) => name))]
})
afterAll(() => superuser.end())

test('the walls between cities are whole', async () => {
  expect(tables.length).toBeGreaterThan(10)
  expect(await faultsInWalls(superuser)).toEqual([])
})

describe('a breach is noticed', () => {
  test('of any one policy', async () => {
    for (const { name, policy } of tables) {
      const faults = await faultsAfter(() => executeQuoted(superuser, 'drop policy %I on %I', policy, name))
      expect(faults).toEqual([`${name} is not walled in`])
    }
  })

  const breaches: [what: string, statement: string, fault: string][] = [
    ['a policy more', 'create policy all_of_it on people using (true)', 'people is not walled in'],
    ['an owner who is spared', 'alter table people no force row level security', 'people is not walled in'],
    ['a table without a wall', 'create table leaks (id int primary key)', 'leaks is not walled in'],
    [
      'a key without the city',
      'create unique index loose on people (id)',
      'loose does not start with the tenant',
    ],
    [
      'a reference without the city',
      'create unique index p on people (id); alter table journal add constraint stray foreign key (by_id) references people (id) not valid',
      'journal.stray can point at another city',
    ],
    [
      'a view that sees all',
      'create view everyone as select * from people',
      'everyone is read with the rights of its owner',
    ],
    [
      'a function that may do more',
      "create function app.peep() returns int language sql security definer as 'select 1'",
      'app.peep runs as its owner and is not listed',
    ],
    ['a role that passes', 'alter role parvis_app bypassrls', 'parvis_app may do too much'],
    ['a role that owns', 'alter table people owner to parvis_app', 'parvis_app owns people'],
    ['a role within another', 'grant pg_read_all_data to parvis_app', 'parvis_app is also pg_read_all_data'],
    ['a table that can be emptied', 'grant truncate on people to parvis_app', 'parvis_app may empty people'],
    ['a fact that can be changed', 'grant update on journal to parvis_app', 'parvis_app may change journal'],
    [
      'a tenant of its own naming',
      'grant execute on function pg_catalog.set_config(text, text, boolean) to parvis_app',
      'parvis_app may name its own tenant',
    ],
    [
      'a registry that can be written',
      'grant insert on registry.hosts to parvis_app',
      'parvis_app may write registry.hosts',
    ],
  ]

  test.each(breaches)('%s', async (_, statement, fault) => {
    expect(await faultsAfter(() => superuser.unsafe(statement))).toContain(fault)
  })
})

describe('item 9: with rows of two cities in every table', () => {
  test('each sees its own, and without a city there is nothing', async () => {
    await undone(async () => {
      for (const name of names) for (const city of ['aa', 'bb']) await anyRow(name, city)
      await superuser`set local role parvis_app`
      for (const name of names) {
        expect([name, await citiesSeen(name)]).toEqual([name, []])
      }
      await superuser`select app.enter_tenant('aa')`
      for (const name of names) {
        expect([name, await citiesSeen(name)]).toEqual([name, ['aa']])
      }
    })
  })

  test('the application cannot bind a second city, nor name one itself', async () => {
    const attempts = ["select app.enter_tenant('bb')", "select set_config('app.tenant', 'bb', true)"]
    for (const attempt of attempts) {
      await undone(async () => {
        await superuser`set local role parvis_app`
        await superuser`select app.enter_tenant('aa')`
        await expect(superuser.unsafe(attempt)).rejects.toMatchObject({ code: '42501' })
      })
    }
  })

  test('the application cannot write into another city', async () => {
    await undone(async () => {
      await superuser`set local role parvis_app`
      await superuser`select app.enter_tenant('aa')`
      const writing = superuser`insert into people (tenant_id, name) values ('bb', 'Inès')`
      await expect(writing).rejects.toThrow(/row-level security/)
    })
  })
})

async function citiesSeen(table: string): Promise<string[]> {
  const rows = await superuser<{ tenantId: string }[]>`
    select distinct tenant_id as "tenantId" from ${superuser(table)} order by 1`
  return rows.map(({ tenantId }) => tenantId)
}

async function faultsAfter(breach: () => Promise<unknown>): Promise<string[]> {
  let faults: string[] = []
  await undone(async () => {
    await breach()
    faults = await faultsInWalls(superuser)
  })
  return faults
}

/** Whatever is done is undone again, and nobody else ever saw it. */
async function undone(work: () => Promise<void>): Promise<void> {
  await superuser`begin`
  try {
    await work()
  } finally {
    await superuser`rollback`
  }
}

/** A row with something in every column that needs it. References, triggers and conditions are left out of it. */
async function anyRow(table: string, city: string): Promise<void> {
  await superuser`set local session_replication_role = replica`
  const columns = await superuser<{ name: string; type: string }[]>`
    select a.attname as name, format_type(a.atttypid, null) as type
    from pg_attribute a
    where a.attrelid = ${table}::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attnotnull and not a.atthasdef and a.attname <> 'tenant_id'`
  const conditions = await superuser<{ name: string }[]>`
    select conname as name from pg_constraint where conrelid = ${table}::regclass and contype = 'c'`
  for (const { name } of conditions)
    await superuser`alter table ${superuser(table)} drop constraint ${superuser(name)}`
  const names = columns.map(({ name }) => name)
  const values = columns.map(({ type }) => anyValue(type))
  const row = Object.fromEntries([['tenant_id', city], ...names.map((name, at) => [name, values[at]])])
  await superuser`insert into ${superuser(table)} ${superuser(row)}`
}

function anyValue(type: string): string | number | boolean | Date | Buffer {
  if (type === 'uuid') return crypto.randomUUID()
  if (/^(integer|smallint|bigint|double precision|numeric|real)$/.test(type)) return 1
  if (type === 'boolean') return true
  if (type.startsWith('timestamp') || type === 'date') return new Date()
  if (type === 'jsonb') return '{}'
  if (type === 'bytea') return Buffer.from('row')
  return type.endsWith('[]') ? '{}' : 'row'
}
