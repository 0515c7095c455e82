import { defineConfig } from '@playwright/test'

/**
 * The journeys of citizens in a real browser, against the product as it runs. By itself:
 * PARVIS_PORT=3000 PARVIS_DATA=.data npx playwright test -c tests/support/playwright.config.ts
 */
export default defineConfig({
  testDir: '../journeys',
  tsconfig: './journeys.tsconfig.json',
  outputDir: '../../test-results',
  timeout: 45_000,
  expect: { timeout: 8000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A slow moment of a shared machine is not a fault of the product; what needed it is named at the end.
  retries: process.env.CI ? 1 : 0,
  reporter: [['line']],
  use: {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PARVIS_BROWSER || undefined,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
