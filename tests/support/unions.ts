import { eq } from 'drizzle-orm'
import { comments } from '@/drizzle/schema'
import { inTenant } from '@/lib/db'

/** A comment that can be read. */
export async function aComment(
  city: { id: string },
  said: { ideaId: string; authorId: string },
): Promise<string> {
  const [row] = await inTenant(city, (db) =>
    db
      .insert(comments)
      .values({
        ...said,
        body: 'Oui, et de l’ombre aussi.',
        stance: 'for',
        locale: 'fr',
        at: new Date(),
        editableUntil: new Date(),
      })
      .returning({ id: comments.id }),
  )
  return row!.id
}

export async function authorOf(city: { id: string }, commentId: string): Promise<string | null> {
  const [row] = await inTenant(city, (db) => db.select().from(comments).where(eq(comments.id, commentId)))
  return row!.authorId
}
