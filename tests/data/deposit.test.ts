import { expect, test } from 'vitest'
import { letters } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { discardDraft } from '@/lib/ideas/authoring/commands'
import {
  beginDraft,
  claimDrafts,
  savePlace,
  saveSimilarSeen,
  saveSubject,
  saveText,
} from '@/lib/ideas/deposit/commands'
import { findDraft, listDrafts } from '@/lib/ideas/deposit/queries'
import { aPerson } from '../support/factories'
import { aDraft, belleville, elsewhere, ines, someone } from '../support/deposits'

const now = new Date()

test('a draft begun without an account belongs to one browser of one city, and to nobody else', async () => {
  const [browser, other] = [someone(), someone()]
  const id = await aDraft(browser)
  expect(await findDraft(belleville, id, browser)).toMatchObject({ title: expect.stringContaining('bancs') })
  expect(await findDraft(belleville, id, other)).toBeNull()
  expect(await findDraft(belleville, id, { personId: await aPerson(belleville), draftKey: null })).toBeNull()
  expect(await findDraft(elsewhere, id, browser)).toBeNull()
  expect(await findDraft(belleville, 'not-a-number', browser)).toBeNull()
  const taken = { ideaId: id, holder: other, now, title: 'Une autre main', themeId: 'enfance' }
  expect(await saveSubject(belleville, taken)).toEqual({ ok: false, refusal: 'not_there' })
  expect(await discardDraft(belleville, { ideaId: id, holder: other })).toEqual({
    ok: false,
    refusal: 'not_there',
  })
})

test('a draft becomes its author’s when they come back signed in, and the browser alone opens it no more', async () => {
  const browser = someone()
  const id = await aDraft(browser)
  const signedIn = { ...browser, personId: (await ines()).id }
  await claimDrafts(belleville, signedIn)
  expect(await findDraft(belleville, id, browser)).toBeNull()
  expect((await listDrafts(belleville, { ...signedIn, draftKey: null })).map((draft) => draft.id)).toEqual([
    id,
  ])
})

test('a fourth draft waits, also when it is begun in two tabs at once', async () => {
  const browser = someone()
  const begun = await Promise.all(
    Array.from({ length: 8 }, (_, number) =>
      beginDraft(belleville, {
        holder: browser,
        now,
        locale: 'fr',
        title: `Un banc de plus, le ${number}`,
        themeId: 'enfance',
      }),
    ),
  )
  expect(begun.filter(({ ok }) => ok)).toHaveLength(3)
  expect(begun.filter((one) => !one.ok && one.refusal === 'too_many_drafts')).toHaveLength(5)
})

test('changing the title or the place asks again what looks alike', async () => {
  const holder = someone()
  const id = await aDraft(holder)
  const seen = async () => (await findDraft(belleville, id, holder))?.similarSeen
  await saveSimilarSeen(belleville, { ideaId: id, seen: [], holder, now })
  await saveText(belleville, { ideaId: id, body: 'Rien de plus.', holder, now })
  expect(await seen()).toEqual([])
  await saveSubject(belleville, {
    ideaId: id,
    title: 'Tout autre chose ici',
    themeId: 'enfance',
    holder,
    now,
  })
  expect(await seen()).toBeNull()
  await saveSimilarSeen(belleville, { ideaId: id, seen: [], holder, now })
  await savePlace(belleville, {
    place: { ideaId: id, placeKind: 'address', address: 'Place du Marché' },
    holder,
    now,
  })
  expect(await seen()).toBeNull()
})

test('no letter is written by a draft', async () => {
  const before = await inTenant(belleville, (db) => db.$count(letters))
  await aDraft(someone())
  expect(await inTenant(belleville, (db) => db.$count(letters))).toBe(before)
})
