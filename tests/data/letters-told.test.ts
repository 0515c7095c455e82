import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { inTenant } from '@/lib/db'
import { messagesFor } from '@/lib/i18n/messages'
import { noticeLetter } from '@/lib/mail/notice-letter'
import type { WaitingLetter } from '@/lib/mail/outbox/queries'
import {
  addressees,
  type EventLetterKind,
  type Reader,
  readersTold,
  voiceFor,
  waitAfter,
} from '@/lib/mail/rules'
import { locales } from '@/tenants/tenant'
import { noon, paris, said } from '../support/letters'

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

const kinds = Object.keys(addressees) as EventLetterKind[]

test('every letter has all of its words for each of its readers', () => {
  for (const kind of kinds)
    for (const reader of heardBy(kind)) {
      const letter = noticeLetter({ tenant: paris, locale: 'fr' }, aboutAText(kind, reader))!
      const words = [letter.subject, ...letter.paragraphs, letter.button.label, ...letter.after, letter.foot]
      const wrong = words.filter((sentence) => !sentence.trim() || /letters\.|[{}]/.test(sentence))
      expect([kind, reader, wrong]).toEqual([kind, reader, []])
    }
})

/** One reader for each way in which its sentences speak. */
const heardBy = (kind: EventLetterKind) =>
  new Map(readersTold(kind, {}).map((reader) => [voiceFor(reader), reader])).values()

function aboutAText(kind: EventLetterKind, reader: Reader): WaitingLetter {
  const idea = { id: 'a', slug: 'a', title: 'Un titre', publication: 'published', threshold: 1500 } as const
  const refusal = { refusalCode: null, refusalText: null }
  const known = { ...idea, ...refusal, authorId: null, supportCount: 3, deadlineAt: noon }
  const event = { id: 'b', kind, at: noon, detail: said, aboutId: 'a' }
  const letter = { kind: 'notices', locale: 'fr', detail: { bundle: 'a' } } as WaitingLetter['letter']
  return {
    ...{ letter, refusal: null, person: { id: 'c', name: 'Fatou', email: 'f@exemple.fr', wantsMail: true } },
    occurrences: [{ ...event, reader, category: 'followed', idea: known }],
  }
}
