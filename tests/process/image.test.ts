import { existsSync } from 'node:fs'
import { chown, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import modest from '@/lib/server/modest.json'
import { type Embedded, startEmbedded } from '@/lib/server/postgres/embedded'
import { aFolder, Product, removeFolders } from '../support/product'
import { anImage } from '../support/tree'

const ordinary = process.getuid?.() === 0 ? 65_534 : undefined
let image: Awaited<ReturnType<typeof anImage>>
let postgres: Embedded

beforeAll(async () => {
  image = await anImage()
  postgres = await startEmbedded(await aFolder(), { fsync: 'off' })
})
afterAll(async () => {
  await postgres.stop()
  await removeFolders()
})

test('nothing that builds is in the image, and no source', async () => {
  const tools = [
    'esbuild',
    'typescript',
    'tailwindcss',
    'drizzle-kit',
    'vitest',
    '@playwright/test',
    'oxlint',
    'oxfmt',
    '.bin',
  ]
  expect(tools.filter((name) => existsSync(join(image.folder, 'node_modules', name)))).toEqual([])
  expect((await readdir(image.folder)).sort()).toEqual([
    '.next',
    'build',
    'drizzle',
    'lib',
    'node_modules',
    'package.json',
  ])
  expect(
    (await readdir(join(image.folder, 'node_modules/@next'))).filter((name) => name.startsWith('swc')),
  ).toEqual([])
})

test('the account of the image is not root and has a name', async () => {
  const last = (await readFile('Dockerfile', 'utf8')).split(/^FROM /m).at(-1)!
  expect(last).toMatch(/useradd [^\n]*--uid 10001 [^\n]*parvis/)
  expect(last).toMatch(/^USER parvis$/m)
  expect(last).toMatch(/^HEALTHCHECK /m)
})

test('it is as modest as npm start', async () => {
  const said = await readFile('Dockerfile', 'utf8')
  for (const flag of modest.flags) expect(said).toContain(JSON.stringify(flag))
  for (const [name, value] of Object.entries(modest.variables)) expect(said).toContain(`${name}=${value}`)
})

test('it serves from its folder alone, as an ordinary user who cannot write there', async () => {
  const product = await Product.start(await inImage(image.command))
  await product.ready()
  const { status } = await product.get('decider.paris.localhost')
  const health = await product.get('127.0.0.1', '/readyz')
  expect(await product.stop()).toBe(0)
  expect({ status, health: health.status }).toEqual({ status: 200, health: 200 })
})

test('the worker of the image works', async () => {
  const started = await inImage(['lib/server/run.mjs', 'worker'])
  const product = await Product.start({
    ...started,
    variables: { ...started.variables, SMTP_URL: 'smtp://127.0.0.1:25' },
  })
  await expect.poll(() => product.said, { timeout: 20_000 }).toContain('The worker is ready.')
  expect(await product.stop()).toBe(0)
})

async function inImage(command: string[]) {
  const DATA_DIR = join(await aFolder(), 'data')
  await mkdir(DATA_DIR)
  if (ordinary) await chown(DATA_DIR, ordinary, ordinary)
  const variables = {
    DATA_DIR,
    DATABASE_URL: postgres.superuserUrl,
    MASTER_SECRET: 'a secret for the image under test',
  }
  return { folder: image.folder, uid: ordinary, command, variables }
}
