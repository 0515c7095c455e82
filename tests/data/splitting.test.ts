import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { follows, ideas, journal } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { splitIdea } from '@/lib/ideas/authoring/commands'
import { findDraft } from '@/lib/ideas/deposit/queries'
import { saveSimilarSeen, saveSubject, saveText } from '@/lib/ideas/deposit/commands'
import { submitIdea } from '@/lib/ideas/deposit/submission/commands'
import { publishIdea } from '@/lib/ideas/moderation/commands'
import { findPublicIdea } from '@/lib/ideas/queries'
import { giveSupport } from '@/lib/ideas/supports/desk'
import { tell } from '@/lib/notifications/telling/commands'
import { aPerson, someoneSignedIn } from '../support/factories'
import { aWholeDraft, belleville, ines, yes } from '../support/deposits'
import { goes } from '../support/histories'
import { noticesOf } from '../support/letters'

const now = new Date()
type Author = Awaited<ReturnType<typeof ines>>

async function publishes(author: Author, ideaId: string) {
  const act = { ideaId, person: author, draftKey: null, answers: yes, now }
  expect(await submitIdea(belleville, act)).toMatchObject({ ok: true })
  const byId = await aPerson(belleville, { role: 'moderator' })
  expect(await publishIdea(belleville, { ideaId, byId, now })).toMatchObject({ ok: true })
}
const read = (id: string) => findPublicIdea(belleville, id)

test('a text that says two things gives its second a page of its own: supports stay, and both pages say so', async () => {
  const author = await ines()
  const holder = { personId: author.id, draftKey: null }
  const whole = await aWholeDraft(holder)
  await publishes(author, whole)
  const reader = await someoneSignedIn(belleville)
  await giveSupport({ tenant: belleville, ideaId: whole, ...reader })
  const following = { ideaId: whole, personId: reader.personId, since: now }
  await inTenant(belleville, (db) => db.insert(follows).values(following))

  const begun = await splitIdea(belleville, { ideaId: whole, personId: author.id, now })
  if (!begun.ok) throw new Error(begun.refusal)
  const part = begun.value.id
  expect(await findDraft(belleville, part, holder)).toMatchObject({ placeKind: 'city' })
  expect((await read(whole))!.lineage?.parts).toEqual([])
  const act = { ideaId: part, holder, now }
  const title = `Un kiosque à la gare ${randomUUID().slice(0, 8)}`
  await saveSubject(belleville, { ...act, title, themeId: belleville.themes[0]!.id })
  await saveSimilarSeen(belleville, { ...act, seen: [] })
  await saveText(belleville, {
    ...act,
    body: 'Le kiosque, à part des bancs, servirait aux marchés. '.repeat(6),
  })
  await publishes(author, part)

  const [first, second] = [(await read(whole))!, (await read(part))!]
  expect([first.supportCount, second.supportCount]).toEqual([1, 0])
  expect(first.entries.map(({ kind }) => kind)).toContain('split')
  expect(first.lineage).toMatchObject({ parts: [{ title }] })
  expect(second.lineage).toMatchObject({ whole: { slug: first.slug } })
  const splitting = and(eq(journal.aboutId, whole), eq(journal.kind, 'split'))
  const [event] = await inTenant(belleville, (db) => db.select().from(journal).where(splitting))
  await tell(belleville, event!.id, now)
  expect(await noticesOf(reader.personId, belleville)).toMatchObject([{ eventId: event!.id }])
})

test('only who carries it makes two of a text, and only while it gathers', async () => {
  const author = await ines()
  const ideaId = await aWholeDraft({ personId: author.id, draftKey: null })
  const splits = (personId: string) => splitIdea(belleville, { ideaId, personId, now })
  expect(await splits(author.id)).toEqual({ ok: false, refusal: 'not_published' })
  await publishes(author, ideaId)
  expect(await splits(await aPerson(belleville))).toEqual({ ok: false, refusal: 'not_there' })
  await goes(belleville, ideaId, 'expire', { expiredAt: now })
  expect(await splits(author.id)).toEqual({ ok: false, refusal: 'not_published' })
  const parts = await inTenant(belleville, (db) => db.$count(ideas, eq(ideas.splitFromId, ideaId)))
  expect(parts).toBe(0)
})
