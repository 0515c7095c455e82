import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { hostClaims, letters } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { connectAsOwner } from '@/lib/db/administration'
import { checkHost, claimHost, releaseHost, serveHost } from '@/lib/tenancy/hosts/commands'
import { tellOfReleases } from '@/lib/tenancy/hosts/releases/commands'
import { proofOf, wayProblem } from '@/lib/tenancy/hosts/rules'
import { aPerson } from '../support/factories'
import { aCity, now, owner, publish } from '../support/new-cities'

const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

test.each([
  [['1.2.3.4'], ['1.2.3.4', '::1'], null],
  [['5.6.7.8'], ['1.2.3.4'], 'leads_elsewhere'],
  [['1.2.3.4', '5.6.7.8'], ['1.2.3.4'], 'leads_elsewhere'],
  [[], ['1.2.3.4'], 'leads_nowhere'],
  [['1.2.3.4'], [], null],
] as const)('%j beside %j: %s', (own, ours, problem) => expect(wayProblem(own, ours)).toBe(problem))

test('a name is told of when it is proven, when it fails, and before it is free', async () => {
  const city = aCity()
  await publish(city)
  const grants = [{ role: 'owner', scopeKind: 'city', scopeValue: null }] as const
  const by = { id: await aPerson(city, { role: 'owner' }), name: 'Odile', grants }
  const host = `neuf-${city.id}.localhost`
  const claims = () => inTenant(city, (db) => db.select().from(hostClaims).where(eq(hostClaims.host, host)))
  const told = async () =>
    (await inTenant(city, (db) => db.select().from(letters))).map(({ kind }) => kind).sort()
  await claimHost(city, { host, surface: 'shared', by, now })
  const { text } = proofOf(host, (await claims())[0]!.token)
  const texts = async () => [text]
  const elsewhere = async (name: string) => [name === host ? '5.6.7.8' : '1.2.3.4']
  await checkHost(city, host, now, { texts, addresses: elsewhere })
  expect(await claims()).toMatchObject([{ status: 'verified', problem: 'leads_elsewhere' }])
  expect(await told()).toEqual(['host_proved'])
  await serveHost(city, { host, by, now })
  await checkHost(city, host, now, { texts, addresses: async () => ['1.2.3.4'] })
  expect(await claims()).toMatchObject([{ status: 'active', problem: null }])
  for (const days of [8, 9]) await checkHost(city, host, later(days), { texts, addresses: async () => [] })
  await checkHost(city, host, later(10), { texts, addresses: elsewhere })
  expect(await claims()).toMatchObject([{ status: 'failing', problem: 'leads_elsewhere' }])
  expect(await told()).toEqual(['host_failing', 'host_proved'])
  await releaseHost(city, { host, by, now: later(11) })
  const client = connectAsOwner(owner())
  await client`update registry.hosts set detached_at = ${later(11)} where host = ${host}`
  await client.end()
  for (const days of [12, 35, 36, 60]) await tellOfReleases(city, later(days))
  expect(await told()).toEqual(['host_failing', 'host_proved', 'host_released_soon'])
})
