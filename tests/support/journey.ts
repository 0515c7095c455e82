import { test } from '@playwright/test'

export { expect, test } from '@playwright/test'

const port = process.env.PARVIS_PORT ?? '3000'

/** `at('decider.paris', '/idees')`: an address of the product under test. */
export const at = (host: string, path = '/') => `http://${host}.localhost:${port}${path}`

/** The same journey with and without JavaScript. */
export function withAndWithoutScripts(name: string, journey: () => void): void {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(javaScriptEnabled ? name : `${name}, without JavaScript`, () => {
      test.use({ javaScriptEnabled })
      journey()
    })
  }
}
