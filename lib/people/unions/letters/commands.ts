import 'server-only'
import { letters } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { enqueue } from '../../../jobs/commands'
import { mailbox } from '../../../mail/address'

type Reached = { email: string | null; locale: string | null }
type Told = { unionId: string; kept: Reached; absorbed: Reached; now: Date }

/** To each address there was: whoever did not want this hears of it wherever they read. */
export async function tellBoth(
  db: Db,
  tenant: Tenant,
  { unionId, kept, absorbed, now }: Told,
): Promise<void> {
  const isOne = kept.email && absorbed.email && mailbox(kept.email) === mailbox(absorbed.email)
  for (const [side, { email, locale }] of Object.entries({ kept, ...(!isOne && { absorbed }) })) {
    if (!email) continue
    const [queued] = await db
      .insert(letters)
      .values({
        key: `accounts_united:${unionId}:${side}`,
        kind: 'accounts_united',
        address: email,
        locale: locale ?? tenant.locales[0]!,
        priority: 0,
        queuedAt: now,
        detail: { side },
      })
      .returning({ id: letters.id })
    await enqueue(db, 'letters.send', { letterId: queued!.id }, queued!.id)
  }
}
