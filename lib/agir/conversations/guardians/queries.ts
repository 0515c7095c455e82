import 'server-only'
import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { conversations, messages, registrations } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { readLink } from '../../registrations/links/queries'

/**
 * What was written between those who organise and whoever a guardian answers for, about the activity they were asked about:
 * read with the same letter, without an account. Reading it tells nobody and answers nothing.
 */
export function listForGuardian(tenant: { id: string }, token: string) {
  const id = readLink(tenant, 'guardian', token)
  if (!id) return Promise.resolve([])
  return inTenant(tenant, async (db) => {
    const [place] = await db
      .select({ personId: registrations.personId, activityId: registrations.activityId })
      .from(registrations)
      .where(and(eq(registrations.id, id), isNotNull(registrations.guardianSealed)))
    if (!place?.personId) return []
    const { activityId, personId } = place
    const theirs = db
      .select({ id: conversations.id })
      .from(conversations)
      .where(
        and(
          eq(conversations.activityId, activityId),
          or(eq(conversations.personId, personId), eq(conversations.registrationId, id)),
        ),
      )
    return db
      .select({ id: messages.id, side: messages.side, body: messages.body, at: messages.at })
      .from(messages)
      .where(and(inArray(messages.conversationId, theirs), eq(messages.state, 'visible')))
      .orderBy(asc(messages.at), asc(messages.id))
  })
}
export type ReadByGuardian = Awaited<ReturnType<typeof listForGuardian>>
