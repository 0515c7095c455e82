import { expect, test } from 'vitest'
import { auditEvents, tenantVersions } from '@/drizzle/schema'
import { type Db, inTenant } from '@/lib/db'
import { asOperator } from '@/lib/db/operator'
import { audit } from '@/lib/tenancy/audit/commands'
import { firstBroken, listAudit } from '@/lib/tenancy/audit/queries'
import { publishSettings } from '@/lib/tenancy/versions/commands'
import { belleville } from '@/tenants/belleville'
import { Tenant } from '@/tenants/tenant'

const now = new Date('2026-11-21T12:00:00Z')
const id = `a${process.pid}`
const city = Tenant.parse({
  ...structuredClone(belleville),
  id,
  hosts: { shared: `${id}.localhost`, aliases: [] },
})
const inside = <Result>(work: (db: Db) => Promise<Result>) => inTenant(city, work)

test('the audit is one chain, written by the database, and shows what was altered', async () => {
  await asOperator(process.env.OWNER_DATABASE_URL!, ({ inCity }) =>
    inCity(city, (db) =>
      publishSettings(db, { tenant: city, base: null, author: 'user:op', note: null, reason: 'x', now }),
    ),
  )
  await Promise.all(
    ['a', 'b', 'c'].map((subject) =>
      inside((db) => audit(db, { actor: { kind: 'admin', name: 'Awa' }, action: 'looked', subject, now })),
    ),
  )
  const events = await inside((db) => db.select().from(auditEvents).orderBy(auditEvents.seq))
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(events.slice(1).map(({ previousHash }) => previousHash)).toEqual(
    events.slice(0, -1).map(({ hash }) => hash),
  )
  expect(events[0]).toMatchObject({ action: 'settings_published', actorKind: 'operator', actorName: 'op' })
  const names = async (isNamed: boolean) =>
    (await listAudit(city, { before: null, isNamed })).events.map(({ actorName }) => actorName)
  expect(await names(true)).toEqual(['Awa', 'Awa', 'Awa', 'op'])
  expect(await names(false)).toEqual(['', '', '', ''])
  expect(await inside(firstBroken)).toBeNull()
  const rewriting = inside((db) => db.update(auditEvents).set({ reason: 'other' }))
  await expect(rewriting).rejects.toMatchObject({ cause: { code: '42501' } })
  const forged = {
    seq: 99,
    hash: 'x',
    actorKind: 'system',
    actorName: 'x',
    action: 'x',
    subject: 'x',
    at: now,
  } as const
  await inside((db) => db.insert(auditEvents).values(forged))
  expect(await inside(firstBroken)).toBeNull()
})

test('the application cannot point its city at a version that is not there', async () => {
  await expect(inside((db) => db.delete(tenantVersions))).rejects.toMatchObject({ cause: { code: '42501' } })
})
