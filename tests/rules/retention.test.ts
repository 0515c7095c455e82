import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { happenings } from '@/lib/journal/rules'
import { journalled } from '@/lib/people/retention/rules'

test('the words of every happening that was told with some are forgotten by the database as well', () => {
  const forgets = readFileSync('drizzle/functions/privacy.sql', 'utf8')
  expect(journalled.filter((kind) => !forgets.includes(`'${kind}'`))).toEqual([])
})

test('what a moderator wrote to somebody is such words, whatever it is about', () => {
  const saidWithReasons =
    /^(organisation|activity|writing|comment|message)_(refused|hidden|suspended|changes_asked|appeal_rejected)$/
  const kept = happenings.filter((kind) => saidWithReasons.test(kind))
  expect(kept.length).toBeGreaterThan(12)
  expect(kept.filter((kind) => !(journalled as readonly string[]).includes(kind))).toEqual([])
})
