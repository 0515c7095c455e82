import 'server-only'
import { eq } from 'drizzle-orm'
import { mailHealth, refusedMailboxes } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { keepSecret } from '../../auth/secrets'
import { type Db, inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'
import { dns } from '../../outgoing/resolver'
import { audit } from '../../tenancy/audit/commands'
import { changeDraft, type ChangeRefusal, type Editor, openDraft } from '../../tenancy/drafts/commands'
import { withoutAddresses } from '../dead/rules'
import { tellAdmins } from '../staff/commands'
import { dkimState, dmarcState, type MailServer, passwordName, spfState } from './rules'

type Health = typeof mailHealth.$inferInsert

async function keep(db: Db, change: Partial<Health>): Promise<void> {
  await db.insert(mailHealth).values(change).onConflictDoUpdate({ target: mailHealth.tenantId, set: change })
}

/** The city's server failed and the operator's took over: since when, and what it said. */
export function noteFailure(tenant: Tenant, said: string, now: Date): Promise<void> {
  return inTenant(tenant, async (db) => {
    const [known] = await db.select().from(mailHealth).for('update')
    const lastError = withoutAddresses(said).slice(0, 300)
    await keep(db, { failingSince: known?.failingSince ?? now, checkedAt: now, lastError })
    if (known?.failingSince) return
    const actor = { kind: 'system', name: 'mail' } as const
    await audit(db, { actor, action: 'sender_failing', subject: 'mail', after: lastError, now })
    await tellAdmins(db, { kind: 'sender_failing', about: String(now.getTime()), now })
  })
}

export function noteRecovery(tenant: Tenant): Promise<void> {
  return inTenant(tenant, (db) => keep(db, { failingSince: null, lastError: null }))
}

/** What the DNS says of the domain the letters leave from. */
export async function checkDomain(tenant: Tenant, server: MailServer, now: Date): Promise<void> {
  const domain = server.from.split('@')[1]!
  const asked = (name: string) =>
    dns()
      .texts(name)
      .catch(() => [])
  const spf = spfState(await asked(domain))
  const dkim = server.dkimSelector
    ? dkimState(await asked(`${server.dkimSelector}._domainkey.${domain}`))
    : null
  const dmarc = dmarcState(await asked(`_dmarc.${domain}`))
  await inTenant(tenant, (db) => keep(db, { domain, spf, dkim, dmarc, checkedAt: now }))
}

export function noteTrial(
  tenant: Tenant,
  trial: { arrived: boolean; answer: string; with: string; now: Date },
) {
  const { arrived, answer, with: triedWith, now } = trial
  const said = {
    trialArrived: arrived,
    trialAnswer: withoutAddresses(answer).slice(0, 500),
    triedWith,
    triedAt: now,
  }
  return inTenant(tenant, (db) => keep(db, said))
}

/** A mailbox that refused is written to again, because somebody says why. */
export function releaseMailbox(
  tenant: Tenant,
  { mailboxKey, reason, by, now }: { mailboxKey: string; reason: string; by: Editor; now: Date },
): Promise<Outcome<undefined, 'not_there'>> {
  return inTenant(tenant, async (db) => {
    const [row] = await db
      .delete(refusedMailboxes)
      .where(eq(refusedMailboxes.mailboxKey, mailboxKey))
      .returning({ masked: refusedMailboxes.masked })
    if (!row) return refused('not_there')
    const actor = { kind: 'admin', name: by.name ?? '' } as const
    await audit(db, { actor, action: 'mailbox_released', subject: `mailbox:${row.masked}`, reason, now })
    return done(undefined)
  })
}

type Saving = { mail: Tenant['mail']; password: string | null; rowVersion: number; by: Editor; now: Date }
export type SenderRefusal = ChangeRefusal | 'edited_meanwhile' | 'cannot_be_so'

/** Writes the sender in the draft; its password is kept apart, for this account on this server. */
export function saveSender(
  tenant: Tenant,
  { mail, password, rowVersion, by, now }: Saving,
): Promise<Outcome<undefined, SenderRefusal>> {
  return inTenant(tenant, async (db) => {
    const draft = await openDraft(db, { by, now })
    const seen = rowVersion || draft.rowVersion
    const asked = { draftId: draft.id, rowVersion: seen, patch: { mail }, by, now }
    const changed = await changeDraft(db, asked)
    if (!changed.ok) return refused(changed.refusal)
    if (!mail.server || !password) return done(undefined)
    await keepSecret(db, tenant, { name: passwordName(mail.server), secret: password, now })
    const actor = { kind: 'admin', name: by.name ?? '' } as const
    await audit(db, { actor, action: 'secret_set', subject: 'mail', now })
    return done(undefined)
  })
}
