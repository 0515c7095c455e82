import { expect, test } from 'vitest'
import { messagesFor } from '@/lib/i18n/messages'
import { locales } from '@/tenants/tenant'
import { sources } from '../support/sources'

/** What is written in the city's journal of acts: given where it is written, or one line before. */
const acts = new Set(
  sources
    .filter(({ path, text }) => path.startsWith('lib/') && /audit\/commands'/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/(?:action: |note\(db, (?:by, )?)'([a-z_.]+)'/g)])
    .map(([, action]) => action!),
)
/** Kept in the operator's own list of acts, under words of its own. */
const operators = ['created', 'status', 'means', 'announced', 'announcement_withdrawn', 'erased']

test.each(locales)('every act that a city can read of has its words in %s', (locale) => {
  const { audit } = messagesFor(locale).settings
  const wordOf = (action: string) =>
    action.split('.').reduce<unknown>((words, part) => (words as Record<string, unknown>)?.[part], audit)
  const mute = [...acts].filter((action) => !operators.includes(action) && typeof wordOf(action) !== 'string')
  expect(mute).toEqual([])
  expect(acts.size).toBeGreaterThan(15)
})
