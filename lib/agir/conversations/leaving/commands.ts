import 'server-only'
import { eq, inArray, or } from 'drizzle-orm'
import {
  conversationBlocks,
  conversationReads,
  conversations,
  dateAnnouncements,
  messages,
  registrations,
  registrationShares,
} from '../../../../drizzle/schema'
import type { Db } from '../../../db'

/** Whoever deletes their account writes and reads nothing more; what they said to somebody stays with them, by nobody. */
export async function leaveConversations(db: Db, personId: string): Promise<void> {
  const places = db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.personId, personId))
  await db.delete(registrationShares).where(inArray(registrationShares.registrationId, places))
  await db.update(dateAnnouncements).set({ byId: null }).where(eq(dateAnnouncements.byId, personId))
  await db.delete(conversationReads).where(eq(conversationReads.personId, personId))
  await db
    .delete(conversationBlocks)
    .where(or(eq(conversationBlocks.personId, personId), eq(conversationBlocks.organiserId, personId)))
  await db.update(conversationBlocks).set({ byId: null }).where(eq(conversationBlocks.byId, personId))
  await db.update(messages).set({ authorId: null }).where(eq(messages.authorId, personId))
  await db.update(conversations).set({ personId: null }).where(eq(conversations.personId, personId))
}
