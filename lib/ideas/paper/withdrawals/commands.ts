import 'server-only'
import { eq, sql } from 'drizzle-orm'
import { paperSheets } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, type Outcome, refused } from '../../../outcome'
import { actsAs } from '../../../people/rules'
import { annulIfBelow } from '../../certification/commands'
import { scopeKeysOf, voterKey } from '../../supports/scope-keys'
import { type Act, lockSheet, tell } from '../commands'
import { readOnPaper } from '../queries'
import { identityOf, isCollecting, type PaperRefusal, type Signer } from '../rules'

type City = { id: string }
type Result<Value> = Promise<Outcome<Value, PaperRefusal>>

/** Someone who signed asks for their name to be taken off: their voice is found by what they say, and nothing is written down. */
export function takeOff(
  tenant: City,
  { ideaId, signer, by, now }: Act & { ideaId: string; signer: Signer },
): Result<undefined> {
  return inTenant(tenant, async (db) => {
    const idea = await readOnPaper(db, ideaId)
    if (!idea || idea.publication !== 'published') return refused('not_there')
    if (!actsAs(by, 'area_admin', idea)) return refused('elsewhere')
    if (!isCollecting(idea, now)) return refused('closed')
    if (idea.rules?.withdrawUntil === 'never') return refused('kept')
    const scope = (await scopeKeysOf(db, tenant, [ideaId])).get(ideaId)
    const voter = scope && voterKey(scope, identityOf(signer))
    const [found] = await db.execute<{ there: boolean }>(sql`
      select exists (select from paper_voices where idea_id = ${ideaId} and state <> 'withdrawn'
        and voter_key = decode(${voter ?? ''}, 'hex')) as there`)
    if (!found!.there) return refused('nobody_found')
    await take(db, ideaId, sql`null, ${voter}`)
    await tell(db, 'paper_voice_withdrawn', ideaId, { by, now, visibility: 'internal', detail: {} })
    return done(undefined)
  })
}

/** Says that a sheet should not have counted, and why. Nothing moves until somebody else has confirmed it. */
export function askToWithdrawSheet(
  tenant: City,
  { sheetId, reason, by, now }: Act & { sheetId: string; reason: string },
): Result<undefined> {
  return inTenant(tenant, async (db) => {
    const found = await countedSheet(db, sheetId, { by, now })
    if (!found.ok) return found
    const asked = { withdrawalReason: reason, withdrawalAskedById: by.id }
    await db.update(paperSheets).set(asked).where(eq(paperSheets.id, sheetId))
    return done(undefined)
  })
}

/** A second person confirms: the voices of the sheet leave the count, and everyone is told how many and why. */
export function withdrawSheet(
  tenant: City,
  { sheetId, by, now }: Act & { sheetId: string },
): Result<{ count: number }> {
  return inTenant(tenant, async (db) => {
    const found = await countedSheet(db, sheetId, { by, now })
    if (!found.ok) return found
    const { ideaId, number, withdrawalReason: reason, withdrawalAskedById } = found.value
    if (!reason || !withdrawalAskedById) return refused('not_asked')
    if (withdrawalAskedById === by.id) return refused('same_person')
    const count = await take(db, ideaId, sql`${sheetId}, null`)
    await db
      .update(paperSheets)
      .set({ state: 'withdrawn', withdrawnById: by.id, withdrawnAt: now })
      .where(eq(paperSheets.id, sheetId))
    const detail = { number, count, text: reason }
    await tell(db, 'sheet_withdrawn', ideaId, { by, now, visibility: 'public', detail })
    await annulIfBelow(db, ideaId, { by, now, count, reason })
    return done({ count })
  })
}

async function countedSheet(db: Db, sheetId: string, { by }: Act) {
  const sheet = await lockSheet(db, sheetId)
  const idea = sheet && (await readOnPaper(db, sheet.ideaId))
  if (!sheet || !idea) return refused('not_there')
  if (!actsAs(by, 'area_admin', idea)) return refused('elsewhere')
  return sheet.state === 'counted' ? done(sheet) : refused('not_counted')
}

async function take(db: Db, ideaId: string, what: ReturnType<typeof sql>): Promise<number> {
  const [row] = await db.execute<{ taken: number }>(
    sql`select app.take_from_paper(${ideaId}, ${what}) as taken`,
  )
  return row!.taken
}
