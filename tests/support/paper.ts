import { eq } from 'drizzle-orm'
import { type ideas, paperSheets } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'
import { controlSheet, enterSheet } from '@/lib/ideas/paper/commands'
import type { Line } from '@/lib/ideas/paper/rules'
import { anIdea, aPerson, paris } from './factories'

const now = () => new Date()

/** Somebody the city has entrusted its sheets to. */
export async function aClerk(city = paris) {
  const grants = [{ role: 'area_admin', scopeKind: 'city', scopeValue: null }] as const
  return { id: await aPerson(city), grants }
}

/** An idea whose rules let people sign on paper. */
export function anIdeaOnPaper(detail: Partial<typeof ideas.$inferInsert> = {}) {
  return anIdea(paris, detail)
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** So many people, each on a line: the same at each call. */
export function signed(size: number): Line[] {
  return Array.from({ length: size }, (_, place) => ({
    name: `Signataire ${letters[place % 26]!.toUpperCase()}${letters[Math.floor(place / 26)]}li`,
    birthYear: 1960 + (place % 20),
    line: place + 1,
  }))
}

type Entry = { by?: Awaited<ReturnType<typeof aClerk>>; signers: Line[]; number?: string }

export async function aSheet(ideaId: string, { by, signers, number = 'A' }: Entry) {
  const entry = { ideaId, number, receivedOn: '2026-01-10', signers, spoilt: 0 }
  const outcome = await enterSheet(paris, { ...entry, by: by ?? (await aClerk()), now: now() })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value
}

/** What somebody reads on the lines that were drawn. */
export const readBack = (sheetId: string, signers: Line[]) => readBackIn(paris, sheetId, signers)

export async function readBackIn(city: { id: string }, sheetId: string, signers: Line[]): Promise<Line[]> {
  const [sheet] = await inTenant(city, (db) =>
    db.select().from(paperSheets).where(eq(paperSheets.id, sheetId)),
  )
  return sheet!.sample.map((line) => signers.find((one) => one.line === line)!)
}

export async function controlled(sheetId: string, signers: Line[]): Promise<void> {
  const read = await readBack(sheetId, signers)
  const outcome = await controlSheet(paris, { sheetId, read, by: await aClerk(), now: now() })
  if (!outcome.ok) throw new Error(outcome.refusal)
}
