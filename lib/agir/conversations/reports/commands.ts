import 'server-only'
import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { messages } from '../../../../drizzle/schema'
import type { Locale, Tenant } from '../../../../tenants/tenant'
import { type Db, inTenant } from '../../../db'
import { reportSubject } from '../../../moderation/reports/commands'
import type { ReportReason } from '../../../moderation/rules'
import { type Outcome, refused } from '../../../outcome'
import { findParties, sideIn } from '../queries'
import { messageLimits, type MessageReportRefusal } from '../rules'

type Reporting = {
  messageId: string
  reason: ReportReason
  text: string
  withContext: boolean
  personId: string
  locale: Locale
  from: string
  now: Date
}

/**
 * Whoever was written to asks the city's readers to look at it. They see what was said here, and what came just before where
 * whoever reports chose so: nothing else of the conversation.
 */
export async function reportMessage(
  tenant: Tenant,
  { messageId, withContext, personId, now, ...said }: Reporting,
): Promise<Outcome<{ id: string }, MessageReportRefusal>> {
  const refusal = await inTenant(tenant, (db) => shareFor(db, { messageId, withContext, personId, now }))
  if (refusal) return refused(refusal)
  const about = { kind: 'message', subjectId: messageId, email: null } as const
  return reportSubject(tenant, { ...about, ...said, personId, now })
}

type Sharing = Pick<Reporting, 'messageId' | 'withContext' | 'personId' | 'now'>

async function shareFor(
  db: Db,
  { messageId, withContext, personId, now }: Sharing,
): Promise<MessageReportRefusal | null> {
  const [said] = await db.select().from(messages).where(eq(messages.id, messageId))
  const parties = said && (await findParties(db, said.conversationId))
  const side = parties && (await sideIn(db, parties, personId))
  if (!said || !side || said.state !== 'visible') return 'not_there'
  if (said.side === side) return 'own_message'
  const before = and(
    eq(messages.conversationId, said.conversationId),
    sql`(${messages.at}, ${messages.id}) < (${said.at.toISOString()}::timestamptz, ${said.id}::uuid)`,
  )
  const near = withContext
    ? await db
        .select({ id: messages.id })
        .from(messages)
        .where(before)
        .orderBy(desc(messages.at), desc(messages.id))
        .limit(messageLimits.context)
    : []
  const shown = [said.id, ...near.map(({ id }) => id)]
  await db.update(messages).set({ sharedAt: now }).where(inArray(messages.id, shown))
  return null
}
