import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aFilledFolder, freePort, isRunning, Product, removeFolders } from '../support/product'

let dataDir: string

beforeAll(async () => void (dataDir = await aFilledFolder()))
afterAll(removeFolders)

const again = (variables: Record<string, string> = {}) =>
  Product.start({ variables: { DATA_DIR: dataDir, ...variables } })

describe('what it cannot do it says in one sentence, and ends with code 1', () => {
  test('a port that is taken', async () => {
    const other = createServer().listen(0)
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    expect(await sentenceOf({ PORT: String(port) })).toBe(
      `PORT: ${port} is taken by another program; set another PORT.`,
    )
    other.close()
  })

  test('a data folder in use', async () => {
    const product = await again()
    await product.ready()
    const said = await sentenceOf({})
    await product.stop()
    expect(said).toMatch(/^DATA_DIR: .+ is in use by process \d+; stop it, or set another DATA_DIR\.$/)
  })

  test.each([
    [
      'a port that is none',
      { PORT: 'abc' },
      /^PORT must be a whole number between 1 and 65535, not "abc"\.$/,
    ],
    [
      'a data folder that cannot be made',
      { DATA_DIR: '/proc/parvis' },
      /^DATA_DIR: \/proc\/parvis cannot be written to \(\w+\)\.$/,
    ],
    [
      'a data folder that is a file',
      { DATA_DIR: '/etc/passwd' },
      /^DATA_DIR: \/etc\/passwd cannot be written to \(\w+\)\.$/,
    ],
    [
      'a Postgres that is not there',
      { DATABASE_URL: 'postgres://a:b@127.0.0.1:9/c' },
      /^DATABASE_URL: Postgres does not let us in \(ECONNREFUSED\)\.$/,
    ],
    [
      'a missing mail server',
      { PARVIS_DEMO: '0' },
      /^SMTP_URL is missing: outside the demo, letters need a mail server\.$/,
    ],
  ])('%s', async (_, variables, sentence) => {
    expect(await sentenceOf(variables)).toMatch(sentence)
  })
})

test('a Postgres that ends by itself is started again', async () => {
  const product = await again()
  await product.ready()
  const ended = await product.postgres()
  process.kill(ended!, 'SIGKILL')
  await expect.poll(() => product.said, { timeout: 20_000 }).toContain('starting it again')
  const answers = async () => (await product.get('127.0.0.1', '/readyz')).status
  await expect.poll(answers, { timeout: 30_000, interval: 200 }).toBe(200)
  expect(await product.postgres()).not.toBe(ended)
  expect(await product.stop()).toBe(0)
})

test('after kill -9 the next start recovers by itself', async () => {
  const killed = await again()
  await killed.ready()
  const orphan = await killed.postgres()
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(isRunning(orphan!)).toBe(true)
  const product = await again({ PORT: String(await freePort()) })
  await product.ready()
  expect(isRunning(orphan!)).toBe(false)
  expect((await product.get('belleville.localhost')).status).toBeLessThan(400)
  expect(await product.stop()).toBe(0)
})

/** What a start that must fail says, with its exit code checked. */
async function sentenceOf(variables: Record<string, string>): Promise<string> {
  const product = await again(variables)
  expect(await product.ended).toBe(1)
  return product.said.trim()
}
