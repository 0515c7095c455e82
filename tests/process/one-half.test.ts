import { afterAll, beforeAll, expect, test } from 'vitest'
import { crawlOneHost, everyHalf, expectNoDeadEnd } from '../support/halves'
import { aFilledFolder, removeFolders } from '../support/product'
import { aRunningProduct } from '../support/running-product'

let product: Awaited<ReturnType<typeof aRunningProduct>>

beforeAll(async () => {
  product = await aRunningProduct({ variables: { DATA_DIR: await aFilledFolder() } })
})
afterAll(removeFolders)

test.each(everyHalf)('in a city with %s no link leads nowhere', async (which) => {
  expectNoDeadEnd(which, await crawlOneHost(product.port, which, { ofAKind: 1, ofAPage: 1 }))
})

test('and it ends as it is told', async () => expect(await product.stop()).toBe(0))
