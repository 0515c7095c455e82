import { describe, expect, test } from 'vitest'
import { dueAfterWorkingDays } from '@/lib/ideas/deposit/rules'
import { RefuseInput } from '@/lib/ideas/moderation/input'
import { slugOf, treatmentRefusal } from '@/lib/ideas/moderation/rules'

const ideaId = '7b0c1a52-6d1e-4c6b-9f0a-0f6f0f3f7a11'

describe('a moderator', () => {
  const waiting = {
    publication: 'submitted',
    collection: 'not_started',
    examination: 'none',
    delivery: 'none',
    authorId: 'ines',
    treatedAt: null,
  } as const

  test('decides once, about others', () => {
    expect(treatmentRefusal(waiting, 'omar')).toBeNull()
    expect(treatmentRefusal(waiting, 'ines')).toBe('own_idea')
    expect(treatmentRefusal({ ...waiting, publication: 'refused' }, 'omar')).toBe('already_treated')
    expect(treatmentRefusal({ ...waiting, publication: 'draft' }, 'omar')).toBe('pulled_back')
  })

  test.each([
    ['unclear', 29, 'too_short'],
    ['unclear', 30, undefined],
    ['other', 99, 'too_short'],
    ['other', 100, undefined],
    ['because', 100, 'choice_required'],
  ])('says why: %s in %i characters', (code, length, error) => {
    const asked = RefuseInput.safeParse({ ideaId, code, text: 'a'.repeat(length) })
    expect(asked.error?.issues[0]?.message).toBe(error)
  })

  test.each([
    ['2026-11-20T17:00:00Z', 5, '2026-11-27T23:00:00.000Z'],
    ['2026-11-21T10:00:00Z', 1, '2026-11-23T23:00:00.000Z'],
    ['2026-11-18T23:30:00Z', 1, '2026-11-20T23:00:00.000Z'],
    ['2027-03-26T10:00:00Z', 1, '2027-03-29T22:00:00.000Z'],
  ])('asked on %s owes an answer in %i working days, to the end of the last', (from, days, due) => {
    expect(dueAfterWorkingDays(new Date(from), days, 'Europe/Paris').toISOString()).toBe(due)
  })
})

test.each([
  ['L’été au frais, œuvrons !', 'l-ete-au-frais-oeuvrons'],
  ['أشجار وظل في السوق', 'achjar-ouzl-fi-alsouq'],
  ['Árboles y niños', 'arboles-y-ninos'],
  ['🌳🌳🌳', ''],
  ['x\r\nBcc: v@x', 'x-bcc-v-x'],
])('%s has an address of its own', (title, slug) => expect(slugOf(title)).toBe(slug))
