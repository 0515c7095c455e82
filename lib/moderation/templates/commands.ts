import 'server-only'
import { and, eq } from 'drizzle-orm'
import { templates } from '../../../drizzle/schema'
import { inTenant } from '../../db'
import { done, type Outcome, refused } from '../../outcome'

type City = { id: string }
type Written = {
  id: string | null
  code: string | null
  locale: string
  title: string
  body: string
  byId: string
  now: Date
}

/** A new beginning of a letter, or an old one in other words. Letters already sent keep theirs. */
export function saveTemplate(
  tenant: City,
  { id, now, ...written }: Written,
): Promise<Outcome<undefined, 'template_named_alike' | 'template_gone'>> {
  return inTenant(tenant, async (db) => {
    const { locale, title } = written
    const alike = and(eq(templates.locale, locale), eq(templates.title, title))
    const [same] = await db.select({ id: templates.id }).from(templates).where(alike)
    if (same && same.id !== id) return refused('template_named_alike')
    if (!id) {
      const added = await db
        .insert(templates)
        .values({ ...written, changedAt: now })
        .onConflictDoNothing()
        .returning()
      return added.length > 0 ? done(undefined) : refused('template_named_alike')
    }
    const changed = await db
      .update(templates)
      .set({ ...written, changedAt: now })
      .where(eq(templates.id, id))
      .returning()
    return changed.length > 0 ? done(undefined) : refused('template_gone')
  })
}

export function forgetTemplate(tenant: City, id: string): Promise<Outcome<undefined, never>> {
  return inTenant(tenant, async (db) => {
    await db.delete(templates).where(eq(templates.id, id))
    return done(undefined)
  })
}
