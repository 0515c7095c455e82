import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
const shared = {
  root,
  resolve: { alias: { '@': root, 'server-only': `${root}node_modules/server-only/empty.js` } },
}

/**
 * Files of the data ring share a process, as cities do, which spares each of them the product's start. Those that change
 * the process itself (its variables, its modules, a server that all its tests share) have one of their own.
 */
const changesItsProcess =
  /support\/(examinations|front|issuer|mail-server|mailroom|page-kitchen|provider-sign-in)'|process\.env\.\w+ = |vi\.(do)?mock/i
/**
 * Those that change what all cities share, tables and roles, or that look at how long something takes, come last and one
 * after the other: what works beside them would be felt.
 */
const bearsNobody = /SUPERUSER_DATABASE_URL|performance\.now|memoryUsage|setTimeout\(resolve, \d/
const dataTests = readdirSync(`${root}tests/data`, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `tests/data/${file.replaceAll('\\', '/')}`)
const whichSay = (words: RegExp) =>
  dataTests.filter((file) => words.test(readFileSync(`${root}${file}`, 'utf8')))
const alone = whichSay(bearsNobody)
const apart = whichSay(changesItsProcess).filter((file) => !alone.includes(file))
const data = {
  globalSetup: 'tests/support/database.ts',
  setupFiles: ['lib/server/mended-driver.mjs', 'tests/support/own-database.ts'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
  /** Two even on two cores: while one waits for Postgres the other works. */
  maxWorkers: 2,
}

/** Each starts a product of its own, and waits for it most of the time; one looks at how soon it begins and ends. */
const productTests = { testTimeout: 120_000, hookTimeout: 240_000 }
const onTheClock = 'tests/process/lifecycle.test.ts'

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'rules',
          include: ['tests/rules/**/*.test.ts'],
          isolate: false,
          unstubEnvs: true,
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          ...data,
          name: 'data',
          include: ['tests/data/**/*.test.ts'],
          exclude: [...apart, ...alone],
          isolate: false,
        },
      },
      { ...shared, test: { ...data, name: 'data-apart', include: apart } },
      {
        ...shared,
        test: {
          ...data,
          name: 'data-alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          ...productTests,
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          exclude: [onTheClock],
          maxWorkers: 3,
        },
      },
      {
        ...shared,
        test: {
          ...productTests,
          name: 'process-alone',
          include: [onTheClock],
          sequence: { groupOrder: 1 },
        },
      },
      {
        ...shared,
        test: {
          name: 'cities',
          include: ['tests/cities/**/*.test.ts'],
          setupFiles: 'lib/server/mended-driver.mjs',
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
