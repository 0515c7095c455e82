import 'server-only'
import { and, eq, gt } from 'drizzle-orm'
import { operatorAccounts, operatorSessions } from '../../../drizzle/schema'
import { type Operator, operatorDoor } from '../../db/operator'
import { demoOperator } from '../demo'
import { tokenHash } from './commands'
import { codeOf, stepAt } from './rules'

export type OperatorPerson = { id: string; email: string }

/** Who a whole and living session is of, or null. */
export async function findOperator(
  operator: Operator,
  token: string,
  now: Date,
): Promise<OperatorPerson | null> {
  const [found] = await operator.registry
    .select({ id: operatorAccounts.id, email: operatorAccounts.email })
    .from(operatorSessions)
    .innerJoin(operatorAccounts, eq(operatorAccounts.id, operatorSessions.accountId))
    .where(
      and(
        eq(operatorSessions.tokenHash, tokenHash(token)),
        eq(operatorSessions.isWhole, true),
        gt(operatorSessions.expiresAt, now),
      ),
    )
  return found ?? null
}

/** What the demo account's authenticator would say next: a code that has not served yet. */
export async function findDemoCode(now: Date, operator = operatorDoor()): Promise<string | null> {
  const demo = demoOperator()
  if (!demo) return null
  const [account] = await operator.registry
    .select({ last: operatorAccounts.totpStep })
    .from(operatorAccounts)
    .where(eq(operatorAccounts.email, demo.email))
  return codeOf(demo.secret, Math.max(stepAt(now), (account?.last ?? 0) + 1))
}
