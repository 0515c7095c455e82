import 'server-only'
import { acceptances } from '../../../drizzle/schema'
import type { Locale, Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { listAsked } from '../../tenancy/legal/queries'
import type { AgreedTo } from './input'
import { owedIn } from './queries'
import { coversAll } from './rules'

type Agreeing = { personId: string; agreed: AgreedTo; locale: Locale; now: Date }

/** Keeps that somebody agreed to what they were shown. */
export async function accept(
  tenant: Tenant,
  agreeing: Agreeing,
): Promise<Outcome<undefined, 'worded_otherwise'>> {
  const asked = await listAsked(tenant)
  return inTenant(tenant, async (db) => {
    const owed = await owedIn(db, asked, agreeing.personId)
    if (!coversAll(owed, agreeing.agreed)) return refused('worded_otherwise')
    await keep(db, owed, agreeing)
    return done(undefined)
  })
}

/** Keeps what somebody agreed to as they come in for the first time. */
export async function keep(
  db: Db,
  texts: readonly { document: 'terms' | 'charter'; version: number }[],
  { personId, locale, now: at }: Omit<Agreeing, 'agreed'>,
): Promise<void> {
  if (texts.length === 0) return
  const rows = texts.map(({ document, version }) => ({ personId, document, version, locale, at }))
  await db.insert(acceptances).values(rows).onConflictDoNothing()
}
