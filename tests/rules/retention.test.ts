import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { journalled } from '@/lib/people/retention/rules'

test('the words of every happening that was told with some are forgotten by the database as well', () => {
  const forgets = readFileSync('drizzle/functions/privacy.sql', 'utf8')
  expect(journalled.filter((kind) => !forgets.includes(`'${kind}'`))).toEqual([])
})
