import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
/** One slow moment of a shared machine must not say that the product is broken; twice is no chance. */
const retry = process.env.CI ? 1 : 0

const shared = {
  root,
  resolve: { alias: { '@': root, 'server-only': `${root}node_modules/server-only/empty.js` } },
}

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
          name: 'data',
          retry,
          include: ['tests/data/**/*.test.ts'],
          globalSetup: 'tests/support/database.ts',
          setupFiles: 'lib/server/mended-driver.mjs',
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'process',
          retry,
          include: ['tests/process/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
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
