import 'server-only'
import { type KeyObject, randomInt } from 'node:crypto'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import { ideas, paperSheets, paperVoices } from '../../../drizzle/schema'
import { type Db, inTenant } from '../../db'
import { dayIn } from '../../consultations/rules'
import { record } from '../../journal/commands'
import { done, type Outcome, refused } from '../../outcome'
import { type Acting, actsAs } from '../../people/rules'
import { changed } from '../../tenancy/freshness'
import { carries } from '../merges/queries'
import { scopeKeysOf, voterKey } from '../supports/scope-keys'
import { accountsOf, isSampleTrue, linesToRead, readOnPaper } from './queries'
import { identityOf, isOldEnough, type Line, type PaperRefusal, paperRefusal, sampleOf } from './rules'

type City = { id: string }
type Who = { by: { id: string }; now: Date }
export type Act = Who & { by: Acting }
export type Sheet = { number: string; receivedOn: string; signers: readonly Line[]; spoilt: number }

/** A sheet is typed in. Its voices count once a second person has compared it; until then nobody gives theirs again. */
export function enterSheet(
  tenant: City,
  { ideaId, by, now, ...sheet }: Act & Sheet & { ideaId: string },
): Promise<Outcome<{ sheetId: string; entered: number; already: number }, PaperRefusal>> {
  return inTenant(tenant, async (db) => {
    const open = await openFor(db, ideaId, { by, now }, sheet.receivedOn)
    if (!open.ok) return open
    return writeSheet(db, tenant, { ideaId, by, now, ...sheet })
  })
}

/** Whoever may type a sheet of this idea in: where they act, for an idea that is not theirs, while it takes what was handed in that day. */
export async function openFor(
  db: Db,
  ideaId: string,
  { by, now }: Act,
  receivedOn: string,
): Promise<Outcome<undefined, PaperRefusal>> {
  const idea = await readOnPaper(db, ideaId)
  if (!idea || idea.publication !== 'published') return refused('not_there')
  if (!actsAs(by, 'area_admin', idea)) return refused('elsewhere')
  if (await carries(db, ideaId, by.id)) return refused('own_idea')
  const refusal = paperRefusal(idea, idea.rules, now, receivedOn)
  return refusal ? refused(refusal) : done(undefined)
}

/** The caller has asked the rules. */
async function writeSheet(
  db: Db,
  tenant: City,
  { ideaId, by, now, number, receivedOn, signers, spoilt }: Who & Sheet & { ideaId: string },
) {
  const [idea] = await db.select().from(ideas).where(eq(ideas.id, ideaId)).for('no key update')
  if (receivedOn > dayIn(idea!.timeZone ?? 'UTC', now)) return refused('future_day')
  const known = and(
    eq(paperSheets.ideaId, ideaId),
    eq(paperSheets.number, number),
    ne(paperSheets.state, 'returned'),
  )
  if ((await db.$count(paperSheets, known)) > 0) return refused('known_number')
  const scope = (await scopeKeysOf(db, tenant, [ideaId])).get(ideaId)
  if (!scope) return refused('closed')
  const year = Number(receivedOn.slice(0, 4))
  const accounts = await accountsOf(db, signers)
  const own = new Set(accounts.filter(({ personId }) => personId === idea!.authorId).map(({ line }) => line))
  const valid = signers.filter((signer) => isOldEnough(signer, idea!, year) && !own.has(signer.line))
  if (valid.length === 0) return refused('nobody_signed')
  const counts = { lineCount: signers.length + spoilt, spoiltCount: signers.length + spoilt - valid.length }
  const written = { ideaId, number, receivedOn, ...counts, alreadyCount: 0, sample: [] }
  const [sheet] = await db
    .insert(paperSheets)
    .values({ ...written, enteredById: by.id, enteredAt: now })
    .returning({ id: paperSheets.id })
  const sheetId = sheet!.id
  const entered = await enterVoices(db, scope, { ideaId, sheetId, valid, accounts })
  const already = valid.length - entered
  const sample = sampleOf(await linesOf(db, sheetId), (below) => randomInt(below))
  await db.update(paperSheets).set({ sample, alreadyCount: already }).where(eq(paperSheets.id, sheetId))
  const detail = { number, lines: counts.lineCount, entered }
  await tell(db, 'sheet_entered', ideaId, { by, now, visibility: 'internal', detail })
  return done({ sheetId, entered, already })
}

type Voices = {
  ideaId: string
  sheetId: string
  valid: readonly Line[]
  accounts: readonly { line: number; personId: string }[]
}

async function enterVoices(
  db: Db,
  scope: KeyObject,
  { ideaId, sheetId, valid, accounts }: Voices,
): Promise<number> {
  const voters = valid.map((signer) => voterKey(scope, identityOf(signer)))
  const lines = valid.map(({ line }) => line)
  const keys = accounts.map(({ personId }) => voterKey(scope, personId))
  const [row] = await db.execute<{ entered: number }>(sql`
    select app.enter_sheet(${ideaId}, ${sheetId}, ${list(voters)}::text[], ${list(lines)}::int[],
      ${list(accounts.map(({ line }) => line))}::int[], ${list(keys)}::text[]) as entered`)
  return row!.entered
}

const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`

async function linesOf(db: Db, sheetId: string): Promise<number[]> {
  const rows = await db
    .select({ line: paperVoices.place })
    .from(paperVoices)
    .where(eq(paperVoices.sheetId, sheetId))
    .orderBy(asc(paperVoices.place))
  return rows.flatMap(({ line }) => line ?? [])
}

type Control = Act & { sheetId: string; read: readonly Line[] }

/** A second person has read the drawn lines on the paper: if they say what was typed, the sheet counts. */
export function controlSheet(
  tenant: City,
  { sheetId, read, by, now }: Control,
): Promise<Outcome<{ counted: number }, PaperRefusal>> {
  return inTenant(tenant, async (db) => {
    const sheet = await lockSheet(db, sheetId)
    if (!sheet) return refused('not_there')
    const open = await openFor(db, sheet.ideaId, { by, now }, sheet.receivedOn)
    if (!open.ok) return open
    if (sheet.state !== 'entered') return refused('not_waiting')
    if (sheet.enteredById === by.id) return refused('same_person')
    const scope = (await scopeKeysOf(db, tenant, [sheet.ideaId])).get(sheet.ideaId)
    const lines = await linesToRead(db, sheet)
    const isRead = lines.every((line) => read.some((one) => one.line === line))
    if (!scope || !isRead || !(await isSampleTrue(db, scope, sheetId, read))) return refused('lines_differ')
    const counted = await countSheet(db, sheet, { by, now })
    return done({ counted })
  })
}

type Counting = typeof paperSheets.$inferSelect

async function countSheet(db: Db, sheet: Counting, { by, now }: Who): Promise<number> {
  const [row] = await db.execute<{ counted: number }>(
    sql`select app.count_sheet(${sheet.ideaId}, ${sheet.id}) as counted`,
  )
  const count = row!.counted
  await db
    .update(paperSheets)
    .set({ state: 'counted', controlledById: by.id, controlledAt: now, countedCount: count })
    .where(eq(paperSheets.id, sheet.id))
  const detail = { number: sheet.number, count, already: sheet.alreadyCount, spoilt: sheet.spoiltCount }
  await tell(db, 'sheet_counted', sheet.ideaId, { by, now, visibility: 'public', detail })
  return count
}

/** It does not say what is on the paper: nothing of it is kept but that it was there, and it is typed in again. */
export function returnSheet(
  tenant: City,
  { sheetId, by, now }: Act & { sheetId: string },
): Promise<Outcome<undefined, PaperRefusal>> {
  return inTenant(tenant, async (db) => {
    const sheet = await lockSheet(db, sheetId)
    const idea = sheet && (await readOnPaper(db, sheet.ideaId))
    if (!sheet || !idea) return refused('not_there')
    if (!actsAs(by, 'area_admin', idea)) return refused('elsewhere')
    if (sheet.state !== 'entered') return refused('not_waiting')
    await db
      .delete(paperVoices)
      .where(and(eq(paperVoices.sheetId, sheetId), eq(paperVoices.state, 'entered')))
    await db.update(paperSheets).set({ state: 'returned' }).where(eq(paperSheets.id, sheetId))
    const detail = { number: sheet.number }
    await tell(db, 'sheet_returned', sheet.ideaId, { by, now, visibility: 'internal', detail })
    return done(undefined)
  })
}

export async function lockSheet(db: Db, sheetId: string) {
  const [sheet] = await db.select().from(paperSheets).where(eq(paperSheets.id, sheetId)).for('update')
  return sheet ?? null
}

type Told = Who & { visibility: 'public' | 'internal'; detail: Record<string, unknown> }
type Kind = 'sheet_entered' | 'sheet_counted' | 'sheet_returned' | 'sheet_withdrawn' | 'paper_voice_withdrawn'

export async function tell(db: Db, kind: Kind, ideaId: string, { by, now, ...told }: Told): Promise<void> {
  await record(db, { kind, aboutId: ideaId, at: now, byId: by.id, byRole: 'city', ...told })
  await changed(db, `idea:${ideaId}`)
  await changed(db, 'ideas')
}
