import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectAsOwner, type OwnerClient } from '@/lib/db/administration'
import { migrateDatabase } from '@/lib/db/migrate'

const name = `upgrade_${randomBytes(4).toString('hex')}`
const passwordIn = (url?: string) => decodeURIComponent(new URL(url!).password)
const passwords = {
  app: passwordIn(process.env.APP_DATABASE_URL),
  operator: passwordIn(process.env.OPERATOR_DATABASE_URL),
}
const ownerUrl = Object.assign(new URL(process.env.OWNER_DATABASE_URL!), { pathname: `/${name}` }).href
let cluster: OwnerClient
let owner: OwnerClient

beforeAll(async () => {
  cluster = connectAsOwner(process.env.SUPERUSER_DATABASE_URL!)
  await cluster`create database ${cluster(name)} owner parvis_owner`
  owner = connectAsOwner(ownerUrl)
  await migrateDatabase(ownerUrl, passwords)
}, 30_000)
afterAll(async () => {
  await owner.end()
  await cluster`drop database ${cluster(name)} with (force)`
  await cluster.end()
})

const functions = async () =>
  (
    await owner<{ made: string }[]>`
      select oid::regprocedure::text || ' ' || prorettype::regtype as made
      from pg_proc where pronamespace = 'app'::regnamespace order by 1`
  ).map(({ made }) => made)

test('functions an older version left behind are made again in the shape this one has', async () => {
  const right = await functions()
  await owner`drop function app.enter_tenant(text) cascade`
  await owner`create function app.enter_tenant(city text) returns int language sql as 'select 1'`
  await owner`create function app.gone_since() returns int language sql as 'select 1'`
  await owner`comment on schema app is 'an older version'`
  await migrateDatabase(ownerUrl, passwords)
  expect(await functions()).toEqual(right)
})

test('when nothing is new nothing is made again', async () => {
  const oids = () => owner`select oid from pg_proc where pronamespace = 'app'::regnamespace order by 1`
  const before = await oids()
  await migrateDatabase(ownerUrl, passwords)
  expect([...(await oids())]).toEqual([...before])
})

test('a wall taken down is up again with the next version', async () => {
  await owner`alter table ideas no force row level security`
  await owner`comment on schema app is 'an older version'`
  await migrateDatabase(ownerUrl, passwords)
  const [walled] =
    await owner`select relforcerowsecurity as forced from pg_class where oid = 'ideas'::regclass`
  expect(walled).toEqual({ forced: true })
})
