import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerCertificate, recallHosts, rememberHosts } from '@/lib/server/front/certificates'
import { refreshRegistry, servedHosts } from '@/lib/tenancy/registry'
import { openFront, tellingKitchen } from '../../support/front'
import { ownFolder } from '../../support/own-folder'

let front: Awaited<ReturnType<typeof openFront>>
beforeAll(async () => {
  await refreshRegistry()
  front = await openFront(tellingKitchen().listener)
})
afterAll(() => front.close())

const asked = async (domain: string, host = `127.0.0.1:${front.port}`, more = '') =>
  (
    await front.ask(
      `GET /internal/tls-allowed?domain=${domain} HTTP/1.1\nHost: ${host}\n${more ? `${more}\n` : ''}`,
    )
  ).status

test('a certificate may be had for the hosts of the cities and of their operator, and for no other name', async () => {
  expect(await asked('operator.localhost')).toBe(200)
  expect(await asked('decider.paris.localhost')).toBe(200)
  expect(await asked('DECIDER.Paris.localhost.')).toBe(200)
  for (const name of ['evil.test', '', 'paris', 'x.decider.paris.localhost', '127.0.0.1', 'a,b'])
    expect(await asked(name), name).toBe(404)
})

test('who comes through the proxy, or names a city, is not told which hosts there are', async () => {
  const through = await asked('decider.paris.localhost', undefined, 'X-Forwarded-For: 192.0.2.1')
  expect(through).toBe(421)
  expect(await asked('decider.paris.localhost', 'evil.test')).toBe(421)
})

test('the answer comes from memory, in far less than five milliseconds', () => {
  const response = { writeHead: () => {}, end: () => {} } as never
  const url = '/internal/tls-allowed?domain=decider.paris.localhost'
  const began = performance.now()
  for (let n = 0; n < 1000; n++) answerCertificate({ url } as never, response)
  expect((performance.now() - began) / 1000).toBeLessThan(5)
})

test('the hosts served last are on the disk, and are allowed before the database is there', async () => {
  const folder = await ownFolder()
  rememberHosts(folder)
  await expect
    .poll(async () => JSON.parse(await readFile(join(folder, 'served-hosts.json'), 'utf8').catch(() => '[]')))
    .toEqual([...servedHosts()!].sort())
  const key = Symbol.for('parvis.registry')
  const shared = globalThis as Record<symbol, unknown>
  const known = shared[key]
  delete shared[key]
  recallHosts(folder)
  const told: number[] = []
  const response = { writeHead: (status: number) => told.push(status), end: () => {} } as never
  for (const domain of ['decider.paris.localhost', 'evil.test'])
    answerCertificate({ url: `/internal/tls-allowed?domain=${domain}` } as never, response)
  shared[key] = known
  expect(told).toEqual([200, 404])
})
