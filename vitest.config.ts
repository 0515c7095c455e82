import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))
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
