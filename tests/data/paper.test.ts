import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { ideas, journal, paperSheets, paperVoices, supports } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { controlSheet, enterSheet, returnSheet } from '@/lib/ideas/paper/commands'
import { countOnPaper } from '@/lib/ideas/paper/queries'
import { askToWithdrawSheet, takeOff, withdrawSheet } from '@/lib/ideas/paper/withdrawals/commands'
import { giveSupport, takeBackSupport } from '@/lib/ideas/supports/desk'
import { belleville, paris, someoneSignedIn } from '../support/factories'
import { aClerk, anIdeaOnPaper, aSheet, controlled, readBack, signed } from '../support/paper'

const countOf = async (id: string, city = paris) =>
  (await inTenant(city, (db) => db.select().from(ideas).where(eq(ideas.id, id))))[0]!
const paperOf = (id: string) => inTenant(paris, (db) => countOnPaper(db, id))
const told = (id: string, kind: 'threshold_reached' | 'sheet_counted' | 'sheet_withdrawn') =>
  inTenant(paris, (db) => db.$count(journal, and(eq(journal.aboutId, id), eq(journal.kind, kind))))

test('a sheet counts once somebody else has read the drawn lines on the paper, and no sooner', async () => {
  const { id } = await anIdeaOnPaper()
  const [first, second] = [await aClerk(), await aClerk()]
  const { sheetId, entered } = await aSheet(id, { by: first, signers: signed(12) })
  expect({ entered, count: (await countOf(id)).supportCount }).toEqual({ entered: 12, count: 0 })
  const read = await readBack(sheetId, signed(12))
  expect(read).toHaveLength(5)
  const control = (by: typeof first, lines = read) =>
    controlSheet(paris, { sheetId, read: lines, by, now: new Date() })
  expect(await control(first)).toEqual({ ok: false, refusal: 'same_person' })
  const wrong = read.map((one, place) => (place === 0 ? { ...one, name: 'Quelqu’un Autre' } : one))
  expect(await control(second, wrong)).toEqual({ ok: false, refusal: 'lines_differ' })
  expect(await control(second, read.slice(1))).toEqual({ ok: false, refusal: 'lines_differ' })
  expect(await control(second)).toEqual({ ok: true, value: { counted: 12 } })
  expect(await control(second)).toEqual({ ok: false, refusal: 'not_waiting' })
  expect((await countOf(id)).supportCount).toBe(12)
  expect(await paperOf(id)).toBe(12)
})

test('who supports with an account and signs as well counts once, whichever came first', async () => {
  const { id } = await anIdeaOnPaper()
  const zoe = await someoneSignedIn(paris, { name: 'Zoé Lemaître', birthYear: 1990 })
  const ivo = await someoneSignedIn(paris, { name: 'Ivo Pernat', birthYear: 1971 })
  await giveSupport({ tenant: paris, ideaId: id, ...zoe })
  const signers = [
    { name: 'LEMAITRE Zoe', birthYear: 1990, line: 1 },
    { name: 'Ivo  Pernat', birthYear: 1971, line: 2 },
    { name: 'Pernat, Ivo', birthYear: 1971, line: 3 },
  ]
  const sheet = await aSheet(id, { signers })
  expect(sheet).toMatchObject({ entered: 1, already: 2 })
  const press = () => giveSupport({ tenant: paris, ideaId: id, ...ivo })
  expect(await press()).toEqual({ status: 409, reason: 'on_paper' })
  await controlled(sheet.sheetId, signers)
  expect(await press()).toEqual({ status: 409, reason: 'on_paper' })
  expect((await countOf(id)).supportCount).toBe(2)
  expect(await paperOf(id)).toBe(1)
  const homonym = await someoneSignedIn(paris, { name: 'Ivo Pernat', birthYear: 1988 })
  expect(await giveSupport({ tenant: paris, ideaId: id, ...homonym })).toMatchObject({ count: 3 })
})

test('forty people who sign and press at the same moment are forty voices', async () => {
  const { id } = await anIdeaOnPaper()
  const crowd = await Promise.all(
    signed(40).map(({ name, birthYear }) => someoneSignedIn(paris, { name, birthYear })),
  )
  const [sheet] = await Promise.all([
    aSheet(id, { signers: signed(40) }),
    ...crowd.map((one) => giveSupport({ tenant: paris, ideaId: id, ...one })),
  ])
  await controlled(sheet!.sheetId, signed(40))
  const rows = await inTenant(paris, (db) =>
    db.$count(supports, and(eq(supports.ideaId, id), eq(supports.state, 'counted'))),
  )
  expect(rows).toBe(40)
  expect((await countOf(id)).supportCount).toBe(40)
})

test('a threshold reached on paper is crossed once, and a voice taken off afterwards leaves the right', async () => {
  const { id } = await anIdeaOnPaper({ threshold: 4 })
  const one = await someoneSignedIn(paris, { name: 'Nora Vial', birthYear: 1980 })
  await giveSupport({ tenant: paris, ideaId: id, ...one })
  const sheet = await aSheet(id, { signers: signed(3) })
  expect(await told(id, 'threshold_reached')).toBe(0)
  await controlled(sheet.sheetId, signed(3))
  expect(await countOf(id)).toMatchObject({ collection: 'reached', supportCount: 4, countAtThreshold: 4 })
  const again = await aSheet(id, { signers: signed(8), number: 'B' })
  expect(again).toMatchObject({ entered: 5, already: 3 })
  await controlled(again.sheetId, signed(8))
  expect(await told(id, 'threshold_reached')).toBe(1)
  expect(await told(id, 'sheet_counted')).toBe(2)
  const act = { ideaId: id, by: await aClerk(), now: new Date() }
  const [signer] = signed(1)
  expect(await takeOff(paris, { ...act, signer: signer! })).toMatchObject({ ok: true })
  expect(await takeOff(paris, { ...act, signer: signer! })).toEqual({ ok: false, refusal: 'nobody_found' })
  expect(await countOf(id)).toMatchObject({ collection: 'reached', supportCount: 8 })
  const account = await someoneSignedIn(paris, signer)
  expect(await giveSupport({ tenant: paris, ideaId: id, ...account })).toMatchObject({ count: 9 })
  expect(await takeBackSupport({ tenant: paris, ideaId: id, ...account })).toMatchObject({ count: 8 })
})

test('a sheet that should not have counted leaves by two people, in public, and may take its right along', async () => {
  const { id } = await anIdeaOnPaper({ threshold: 3 })
  const { sheetId } = await aSheet(id, { signers: signed(3) })
  await controlled(sheetId, signed(3))
  const [first, second] = [await aClerk(), await aClerk()]
  const now = new Date()
  const confirm = (by: typeof first) => withdrawSheet(paris, { sheetId, by, now })
  expect(await confirm(first)).toEqual({ ok: false, refusal: 'not_asked' })
  const reason = 'La même main a signé toutes les lignes de cette feuille.'
  await askToWithdrawSheet(paris, { sheetId, reason, by: first, now })
  expect(await confirm(first)).toEqual({ ok: false, refusal: 'same_person' })
  expect(await confirm(second)).toEqual({ ok: true, value: { count: 3 } })
  expect(await confirm(second)).toEqual({ ok: false, refusal: 'not_counted' })
  expect(await countOf(id)).toMatchObject({ collection: 'open', supportCount: 0, reachedAt: null })
  expect(await told(id, 'sheet_withdrawn')).toBe(1)
  expect(await paperOf(id)).toBe(0)
})

test('a sheet sent back leaves nothing, and is typed in again under its number', async () => {
  const { id } = await anIdeaOnPaper()
  const { sheetId } = await aSheet(id, { signers: signed(3) })
  const by = await aClerk()
  const entry = { ideaId: id, number: 'A', receivedOn: '2026-01-10', signers: signed(3), spoilt: 0 }
  const again = () => enterSheet(paris, { ...entry, by, now: new Date() })
  expect(await again()).toEqual({ ok: false, refusal: 'known_number' })
  await returnSheet(paris, { sheetId, by, now: new Date() })
  expect(await inTenant(paris, (db) => db.$count(paperVoices, eq(paperVoices.sheetId, sheetId)))).toBe(0)
  expect(await again()).toMatchObject({ ok: true, value: { entered: 3 } })
})

test("another city's sheets are not there, and nothing of who signed is kept", async () => {
  const { id } = await anIdeaOnPaper()
  const { sheetId } = await aSheet(id, { signers: signed(3) })
  const by = await aClerk(belleville)
  const read = await readBack(sheetId, signed(3))
  const gone = { ok: false, refusal: 'not_there' }
  expect(await controlSheet(belleville, { sheetId, read, by, now: new Date() })).toEqual(gone)
  expect(await returnSheet(belleville, { sheetId, by, now: new Date() })).toEqual(gone)
  await controlled(sheetId, signed(3))
  const kept = await inTenant(paris, async (db) => [
    ...(await db.select().from(paperSheets).where(eq(paperSheets.id, sheetId))),
    ...(await db.select().from(paperVoices).where(eq(paperVoices.sheetId, sheetId))),
  ])
  expect(JSON.stringify(kept)).not.toMatch(/Signataire|19[0-9]0/)
  expect(kept.flatMap((row) => ('place' in row ? [row.place] : []))).toEqual([null, null, null])
})
