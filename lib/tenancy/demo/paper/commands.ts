import 'server-only'
import type { KeyObject } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { ideas, paperSheets, paperVoices, supports } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { tell } from '../../../ideas/paper/commands'
import { identityOf, type Signer } from '../../../ideas/paper/rules'
import { scopeKeysOf, voterKey } from '../../../ideas/supports/scope-keys'
import type { Planted } from '../planting/rules'
import { daysBefore } from '../rules'

type Ground = { tenant: { id: string }; names: string[]; people: string[]; now: Date }

const sheets = [
  { number: '1', signed: 18, spoilt: 2, ago: 9 },
  { number: '2', signed: 11, spoilt: 0, ago: 6 },
]

/** Two sheets signed at a market, for the idea furthest from its threshold among those under way since before that day. */
export async function plantPaper(
  db: Db,
  { tenant, names, people, now }: Ground,
  planted: Planted[],
): Promise<void> {
  const left = ({ row }: Planted) => (row.threshold ?? 0) - (row.supportCount ?? 0)
  const firstAt = daysBefore(now, Math.max(...sheets.map(({ ago }) => ago)))
  const isUnderWay = ({ row }: Planted) => row.collection === 'open' && (row.publishedAt ?? now) < firstAt
  const [idea] = planted
    .filter((one) => isUnderWay(one) && left(one) > 60)
    .sort((one, other) => left(other) - left(one))
  const clerks = people.filter((id) => id !== idea?.row.authorId)
  if (!idea || clerks.length < 2) return
  const scope = (await scopeKeysOf(db, tenant, [idea.row.id])).get(idea.row.id)!
  let from = 0
  for (const sheet of sheets) {
    const signers = signersOf(names, from, sheet.signed)
    from += sheet.signed
    await plantSheet(db, {
      ...sheet,
      ideaId: idea.row.id,
      scope,
      clerks,
      signers,
      at: daysBefore(now, sheet.ago),
    })
  }
}

type Sheet = (typeof sheets)[number] & {
  ideaId: string
  scope: KeyObject
  clerks: string[]
  signers: Signer[]
  at: Date
}

async function plantSheet(
  db: Db,
  { ideaId, number, signed, spoilt, scope, clerks, signers, at }: Sheet,
): Promise<void> {
  const day = at.toISOString().slice(0, 10)
  const counts = { lineCount: signed + spoilt, spoiltCount: spoilt, alreadyCount: 0, countedCount: signed }
  const two = { enteredById: clerks[0]!, enteredAt: at, controlledById: clerks[1]!, controlledAt: at }
  const written = {
    ideaId,
    number,
    receivedOn: day,
    state: 'counted' as const,
    sample: [],
    ...counts,
    ...two,
  }
  const [sheet] = await db.insert(paperSheets).values(written).returning({ id: paperSheets.id })
  const voices = signers.map((signer) => ({
    ideaId,
    voterKey: Buffer.from(voterKey(scope, identityOf(signer)), 'hex'),
    state: 'counted' as const,
  }))
  await db.insert(supports).values(voices.map((voice) => ({ ...voice, countedOn: day, changedOn: day })))
  await db.insert(paperVoices).values(voices.map((voice) => ({ ...voice, sheetId: sheet!.id })))
  await db
    .update(ideas)
    .set({ supportCount: sql`${ideas.supportCount} + ${signed}` })
    .where(eq(ideas.id, ideaId))
  const detail = { number, count: signed, already: 0, spoilt }
  await tell(db, 'sheet_counted', ideaId, { by: { id: clerks[1]! }, now: at, visibility: 'public', detail })
}

/** The first name of one and the last name of another, so that nobody of the demo has signed. */
function signersOf(names: string[], from: number, size: number): Signer[] {
  return Array.from({ length: size }, (_, line) => {
    const place = from + line
    const [first] = names[place % names.length]!.split(' ')
    const last = names[(place + 1 + Math.floor(place / names.length)) % names.length]!.split(' ').at(-1)
    return { name: `${first} ${last}`, birthYear: 1948 + ((place * 11) % 55) }
  })
}
