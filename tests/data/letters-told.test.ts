import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { messagesFor } from '@/lib/i18n/messages'
import { addressees, waitAfter } from '@/lib/mail/rules'
import { locales } from '@/tenants/tenant'
import { paris } from '../support/letters'

/** What an event may be recorded with, and its sentences say. */
test('whatever the journal records is asked to be told, by the journal itself', async () => {
  const [kept] = await inTenant(paris, (db) =>
    db.execute<{ definition: string }>(
      sql`select pg_get_triggerdef(oid) as definition from pg_trigger where tgname = 'journal_tells_by_letter'`,
    ),
  )
  expect(kept!.definition).toMatch(/AFTER INSERT ON public.journal FOR EACH ROW/)
})

test('each event that is told has its sentences in every language', () => {
  for (const locale of locales) {
    const said = messagesFor(locale).letters as Record<string, unknown>
    for (const kind of Object.keys(addressees))
      expect([locale, kind, Object.keys((said[kind] as object | undefined) ?? {}).sort()]).toEqual([
        locale,
        kind,
        ['button', 'lead', 'next', 'subject'],
      ])
  }
})

test('a letter is tried for four days, less and less often', () => {
  const waits = Array.from({ length: 12 }, (_, tries) => waitAfter(tries + 1)!)
  expect(waits).toEqual([...waits].sort((one, other) => one - other))
  expect(waits.reduce((sum, minutes) => sum + minutes) / 1440).toBeGreaterThan(3)
  expect(waitAfter(13)).toBeNull()
})
