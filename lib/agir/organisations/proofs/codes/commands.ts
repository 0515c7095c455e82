import 'server-only'
import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { organisationProofs } from '../../../../../drizzle/schema'
import { inTenant } from '../../../../db'
import { done, type Outcome, refused } from '../../../../outcome'
import { mayFor } from '../../queries'
import { type Act, openProof, settle } from '../officers/commands'
import { codeDays, mostTries, type ProofRefusal } from '../rules'

type City = { id: string }
type Result<Value = undefined> = Promise<Outcome<Value, ProofRefusal>>

const day = 86_400_000
const hashOf = (tenant: City, proofId: string, code: string) =>
  createHash('sha256').update(`${tenant.id}:${proofId}:${code}`).digest('hex')

/** Makes the code that is posted to the seat. It is told once, here, and only its hash is kept. */
export function makeCode(tenant: City, act: Act): Result<{ code: string }> {
  return inTenant(tenant, async (db) => {
    const opened = await openProof(db, act)
    if (typeof opened === 'string') return refused(opened)
    if (opened.proof.method !== 'letter_code') return refused('not_there')
    const code = String(randomInt(10_000_000, 99_999_999))
    const posted = { codeHash: hashOf(tenant, act.proofId, code), tries: 0 }
    const expiresAt = new Date(act.now.getTime() + codeDays * day)
    await db
      .update(organisationProofs)
      .set({ ...posted, expiresAt })
      .where(eq(organisationProofs.id, act.proofId))
    return done({ code })
  })
}

type Entered = { organisationId: string; personId: string; code: string; now: Date }

/** Whoever received the letter gives back what it says: five tries, thirty days. */
export function enterCode(tenant: City, { organisationId, personId, code, now }: Entered): Result {
  return inTenant(tenant, async (db) => {
    if (!(await mayFor(db, organisationId, personId, 'own'))) return refused('not_there')
    const [proof] = await db
      .select()
      .from(organisationProofs)
      .where(
        and(
          eq(organisationProofs.organisationId, organisationId),
          eq(organisationProofs.method, 'letter_code'),
          eq(organisationProofs.state, 'asked'),
          sql`${organisationProofs.codeHash} is not null`,
        ),
      )
      .for('update')
    if (!proof || !proof.expiresAt || proof.expiresAt <= now) return refused('not_there')
    if (proof.tries >= mostTries) return refused('too_many_tries')
    if (!isSame(hashOf(tenant, proof.id, code), proof.codeHash!)) {
      await db
        .update(organisationProofs)
        .set({ tries: proof.tries + 1 })
        .where(eq(organisationProofs.id, proof.id))
      return refused('wrong_code')
    }
    await settle(db, proof, { state: 'proven', byId: null, now })
    return done(undefined)
  })
}

const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one), Buffer.from(other))
