import { once } from 'node:events'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aFilledFolder, isRunning, Product, removeFolders } from '../support/product'
import { askRaw } from '../support/raw'

let dataDir: string

beforeAll(async () => void (dataDir = await aFilledFolder()))
afterAll(removeFolders)

const again = (variables: Record<string, string> = {}) =>
  Product.start({ variables: { DATA_DIR: dataDir, ...variables } })

test('on a built tree it is ready within five seconds', async () => {
  const taken: number[] = []
  // A machine busy with something else may make one start slow.
  while (taken.length < 3 && !(Math.min(...taken) < 5000)) {
    const product = await again()
    taken.push(await product.ready())
    expect(await product.stop()).toBe(0)
  }
  expect(Math.min(...taken)).toBeLessThan(5000)
})

test('told to end, it finishes what is under way and leaves nothing running', async () => {
  const product = await again()
  await product.ready()
  const postgres = await product.postgres()
  const slow = await beginSlowly(product.port)
  const toldAt = performance.now()
  product.child.kill('SIGTERM')
  await pause(700)
  await expect(product.get('belleville.localhost')).rejects.toThrow()
  expect(product.child.exitCode).toBeNull()
  const { status, connection } = await slow.finish()
  expect(status).toBeLessThan(500)
  expect(connection).toBe('close')
  expect(await product.ended).toBe(0)
  expect(performance.now() - toldAt).toBeLessThan(10_000)
  expect(isRunning(postgres!)).toBe(false)
})

test('who offers another protocol is answered in this one', async () => {
  const product = await again()
  await product.ready()
  const answers = await Promise.all(
    ['h2c', 'websocket'].map((protocol) =>
      askRaw(
        product.port,
        `GET /robots.txt HTTP/1.1
        Host: belleville.localhost:${product.port}
        Upgrade: ${protocol}
        Connection: Upgrade`,
      ),
    ),
  )
  expect(await product.stop()).toBe(0)
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
})

test('a second signal hurries it', async () => {
  const product = await again()
  await product.ready()
  await beginSlowly(product.port)
  product.child.kill('SIGTERM')
  await pause(600)
  const began = performance.now()
  product.child.kill('SIGTERM')
  expect(await product.ended).toBe(0)
  expect(performance.now() - began).toBeLessThan(2500)
})

/** A form whose second half is sent only when it is told to. */
async function beginSlowly(port: number) {
  const host = `belleville.localhost:${port}`
  const headers = {
    host,
    origin: `http://${host}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': 4,
  }
  const sent = request({ port, host: '127.0.0.1', method: 'POST', path: '/connexion', headers })
  sent.on('error', () => {})
  sent.write('a=')
  await pause(300)
  return {
    finish: async () => {
      sent.end('bc')
      const [answer] = await once(sent, 'response')
      answer.resume()
      return { status: answer.statusCode as number, connection: answer.headers.connection as string }
    },
  }
}
