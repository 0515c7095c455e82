import 'server-only'
import { and, eq, isNull, ne } from 'drizzle-orm'
import { ideas } from '../../../../drizzle/schema'
import { type Db, inTenant } from '../../../db'
import { done, refused } from '../../../outcome'
import { applyChange } from '../../changes/commands'
import { mayChange } from '../../changes/rules'
import { type Act, type Result, takeFile } from '../commands'
import { alignDelivery } from '../mirroring/commands'
import { sourceOf } from '../mirroring/rules'

type City = { id: string; timeZone: string }

/**
 * What the city answered yes to goes on somewhere else, a project or a consultation: everyone is led there. Where that is
 * one of this city's own, it is from then on as far as that is, and its steps are told there alone.
 */
export function becomeProject(
  tenant: City,
  { into, url, ...act }: Act & { into: string; url: string },
): Result {
  return inTenant(tenant, async (db) => {
    const { ideaId } = act
    const file = await takeFile(db, act, 'admin')
    if (!file.ok) return file
    if (!mayChange(file.value.idea, 'becomeProject')) return refused('not_now')
    const { idea } = file.value
    const source = sourceOf(url)
    if (source?.kind === 'idees' && !(await isProject(db, ideaId, source.slug)))
      return refused('nothing_there')
    const set = { continuesAt: source ? url : null }
    const made = { byId: act.by.id, byRole: 'admin', now: act.now, detail: { into, url }, set } as const
    await applyChange(db, idea, 'becomeProject', made)
    if (!source) return done(undefined)
    await alignDelivery(db, { idea, source: url, timeZone: tenant.timeZone, now: act.now })
    await db
      .update(ideas)
      .set({ continuesAt: url })
      .where(eq(ideas.continuesAt, `/idees/${idea.slug}`))
    return done(undefined)
  })
}

/** Another idea that everyone reads, and that does not go on elsewhere itself. */
async function isProject(db: Db, ideaId: string, slug: string): Promise<boolean> {
  const another = and(eq(ideas.slug, slug), ne(ideas.id, ideaId), eq(ideas.publication, 'published'))
  return (await db.$count(ideas, and(another, isNull(ideas.continuesAt)))) > 0
}
