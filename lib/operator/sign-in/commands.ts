import 'server-only'
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { and, eq, lt, sql } from 'drizzle-orm'
import { operatorAccounts, operatorAttempts, operatorSessions } from '../../../drizzle/schema'
import { seal, unseal } from '../../auth/sealing'
import type { Db } from '../../db'
import type { Operator } from '../../db/operator'
import { done, type Outcome, refused } from '../../outcome'
import { attempts, authenticatorAddress, base32, sessionHours, stepOfCode } from './rules'

const purpose = 'operator-totp'
const nobody = 'operator'
const derive = promisify(scrypt) as (password: string, salt: Buffer, length: number) => Promise<Buffer>
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('base64url')

export type NewAccount = { password: string; secret: string; address: string; recovery: string[] }

type Added = { email: string; password?: string; secret?: Buffer; now: Date }

/** Someone who will look after cities. What is returned is said once and kept nowhere. */
export async function addOperator(
  operator: Operator,
  { email, now, password = randomBytes(15).toString('base64url'), secret = randomBytes(20) }: Added,
): Promise<NewAccount> {
  const recovery = Array.from({ length: 8 }, () => randomBytes(6).toString('hex'))
  const row = {
    password: await hashed(password),
    totpSealed: seal(purpose, nobody, secret),
    totpStep: 0,
    recovery: recovery.map(tokenHash),
  }
  await operator.inRegistry((db) =>
    db
      .insert(operatorAccounts)
      .values({ email: email.toLowerCase(), createdAt: now, ...row })
      .onConflictDoUpdate({ target: operatorAccounts.email, set: row }),
  )
  return { password, secret: base32(secret), address: authenticatorAddress(email, secret), recovery }
}

async function hashed(password: string, salt = randomBytes(16)): Promise<string> {
  return `${salt.toString('base64url')}.${(await derive(password, salt, 32)).toString('base64url')}`
}

/** What is compared with when there is no such account, so that it takes as long. */
const nobodys = hashed('nobody')

async function isPassword(password: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('.')
  const asked = await derive(password, Buffer.from(salt, 'base64url'), 32)
  const known = Buffer.from(hash, 'base64url')
  return asked.length === known.length && timingSafeEqual(asked, known)
}

type Begin = { email: string; password: string; from: string; now: Date }
export type SignInRefusal = 'wrong_sign_in' | 'too_many_tries'

/** The first half: a session that opens nothing until the code is given. Unknown and wrong take the same time. */
export async function beginOperatorSession(
  operator: Operator,
  { email, password, from, now }: Begin,
): Promise<Outcome<{ token: string }, SignInRefusal>> {
  if (await triedTooOften(operator, [`password:${email.toLowerCase()}`, `from:${from}`], now))
    return refused('too_many_tries')
  const [account] = await operator.registry
    .select()
    .from(operatorAccounts)
    .where(eq(operatorAccounts.email, email.toLowerCase()))
  const kept = account?.password ?? (await nobodys)
  if (!(await isPassword(password, kept)) || !account) return refused('wrong_sign_in')
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + 10 * 60_000)
  const session = { accountId: account.id, tokenHash: tokenHash(token), startedAt: now, expiresAt }
  await operator.inRegistry((db) => db.insert(operatorSessions).values(session))
  return done({ token })
}

type Finish = { token: string; code: string; now: Date }

/** The second half: a code of the authenticator that has not served, or one of the codes kept for a lost telephone. */
export async function finishOperatorSession(
  operator: Operator,
  { token, code, now }: Finish,
): Promise<Outcome<{ token: string; expiresAt: Date }, 'wrong_code' | 'too_many_tries'>> {
  const half = and(eq(operatorSessions.tokenHash, tokenHash(token)), eq(operatorSessions.isWhole, false))
  const [begun] = await operator.registry.select().from(operatorSessions).where(half)
  if (!begun || begun.expiresAt <= now) return refused('wrong_code')
  if (await triedTooOften(operator, [`code:${begun.accountId}`], now)) return refused('too_many_tries')
  return operator.inRegistry(async (db) => {
    if (!(await takeCode(db, begun.accountId, code, now))) return refused('wrong_code')
    const whole = randomBytes(32).toString('base64url')
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
    await db
      .update(operatorSessions)
      .set({ isWhole: true, tokenHash: tokenHash(whole), expiresAt })
      .where(eq(operatorSessions.id, begun.id))
    return done({ token: whole, expiresAt })
  })
}

async function takeCode(db: Db, accountId: string, code: string, now: Date): Promise<boolean> {
  const [account] = await db
    .select()
    .from(operatorAccounts)
    .where(eq(operatorAccounts.id, accountId))
    .for('update')
  if (!account) return false
  const step = stepOfCode(unseal(purpose, nobody, account.totpSealed), code, account.totpStep, now)
  const rest = account.recovery.filter((kept) => kept !== tokenHash(code.toLowerCase()))
  if (step === null && rest.length === account.recovery.length) return false
  const used = step === null ? { recovery: rest } : { totpStep: step }
  await db.update(operatorAccounts).set(used).where(eq(operatorAccounts.id, accountId))
  return true
}

export async function endOperatorSession(operator: Operator, token: string): Promise<void> {
  await operator.inRegistry((db) =>
    db.delete(operatorSessions).where(eq(operatorSessions.tokenHash, tokenHash(token))),
  )
}

/** Counts one more try in its window; kept even when what follows is refused. */
async function triedTooOften(operator: Operator, keys: string[], now: Date): Promise<boolean> {
  const width = attempts.minutes * 60_000
  const windowStart = new Date(Math.floor(now.getTime() / width) * width)
  return operator.inRegistry(async (db) => {
    await db.delete(operatorAttempts).where(lt(operatorAttempts.windowStart, windowStart))
    const rows = await db
      .insert(operatorAttempts)
      .values(keys.map((key) => ({ key, windowStart, used: 1 })))
      .onConflictDoUpdate({
        target: [operatorAttempts.key, operatorAttempts.windowStart],
        set: { used: sql`${operatorAttempts.used} + 1` },
      })
      .returning({ used: operatorAttempts.used })
    return rows.some(({ used }) => used > attempts.most)
  })
}
