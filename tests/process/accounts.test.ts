import { chown, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { canReach } from '@/lib/server/postgres/account'
import { aFolder, Product, removeFolders, root } from '../support/product'
import { aCloneIn } from '../support/tree'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534, name: 'nobody' }

afterAll(removeFolders)

describe.skipIf(!isRoot)('as root', () => {
  test('it starts in a clone that only root can enter, without a network', async () => {
    const before = await binariesBeside()
    const clone = await aCloneIn(0o700)
    const variables = { DATA_DIR: join(clone, '.data') }
    const product = await Product.start({ folder: clone, variables, alone: true })
    await product.ready()
    const place = /its rows are kept in (\S+)\./.exec(product.said)?.[1] ?? ''
    expect((await stat(join(place, 'postgres'))).uid).not.toBe(0)
    expect(product.said).not.toMatch(/Building|Installing/)
    expect(await product.stop()).toBe(0)
    const copied = (await binariesBeside()).filter((name) => !before.includes(name))
    expect(copied).toHaveLength(1)
    for (const path of [place, join(tmpdir(), copied[0]!)]) await rm(path, { recursive: true })
  })

  test.skipIf(!canReach(nobody, root))('an ordinary user can start it too', async () => {
    const DATA_DIR = join(await aFolder(), 'data')
    await mkdir(DATA_DIR)
    await chown(DATA_DIR, nobody.uid, nobody.gid)
    // The demo's cities have been made above.
    const variables = { DATA_DIR, PARVIS_DEMO: '0', SMTP_URL: 'smtp://127.0.0.1:25' }
    const product = await Product.start({ uid: nobody.uid, variables })
    await product.ready()
    expect((await stat(join(DATA_DIR, 'postgres'))).uid).toBe(nobody.uid)
    expect(await product.stop()).toBe(0)
  })
})

test.skipIf(isRoot)('an ordinary user can start it', async () => {
  const product = await Product.start()
  await product.ready()
  expect(await product.stop()).toBe(0)
})

async function binariesBeside(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => /^parvis-postgres-[0-9a-f]+$/.test(name))
}
