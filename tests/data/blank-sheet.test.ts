import { expect, test } from 'vitest'
import { findBlankSheet } from '@/lib/ideas/paper/blank/queries'
import { anIdea, belleville, paris } from '../support/factories'

const now = new Date()
const later = new Date(now.getTime() + 30 * 86_400_000)

test('a sheet to be signed says what the idea asks of its supporters, by either of its addresses', async () => {
  const { id, slug } = await anIdea(paris, { threshold: 321, supportMinAge: 16, deadlineAt: later })
  const sheet = await findBlankSheet(paris, slug, now)
  expect(sheet).toMatchObject({ id, threshold: 321, supportMinAge: 16, isOpen: true })
  expect(await findBlankSheet(paris, id, now)).toEqual(sheet)
  expect(await findBlankSheet(paris, slug, later)).toMatchObject({ isOpen: false })
})

test('nobody prints a sheet for an idea that asks for a proven identity, is not public or is another city’s', async () => {
  const proven = await anIdea(paris, { supportAssurance: 'A3' })
  const hidden = await anIdea(paris, { publication: 'hidden', collection: 'closed' })
  const shown = await anIdea(paris)
  expect(await findBlankSheet(paris, proven.slug, now)).toBeNull()
  expect(await findBlankSheet(paris, hidden.slug, now)).toBeNull()
  expect(await findBlankSheet(belleville, shown.slug, now)).toBeNull()
})
