import 'server-only'
import { and, asc, eq, ne } from 'drizzle-orm'
import { ideas } from '../../../drizzle/schema'
import type { Blueprint } from '../../../tenants/blueprints/blueprint'
import type { Tenant } from '../../../tenants/tenant'
import { type Db, inTenant } from '../../db'
import { done, type Outcome } from '../../outcome'
import { applyChange } from '../changes/commands'
import { writeIdeas } from '../imports/commands'
import { sampleOrigin } from './rules'

/** Shows a city what it will look like once people have written. Nobody wrote them, and nobody can support them. */
export async function plantSamples(
  db: Db,
  tenant: Tenant,
  samples: Blueprint['samples'],
  now: Date,
): Promise<void> {
  const locale = tenant.locales[0]!
  const arrivals = samples.map(({ theme, title, body }, at) => ({
    originId: `${at + 1}`,
    title: title[locale],
    body: body[locale],
    themeId: theme,
    districtCode: null,
    address: null,
    latitude: null,
    longitude: null,
    publishedAt: now,
    supports: 0,
    repaired: false,
  }))
  await writeIdeas(db, tenant, { origin: sampleOrigin, arrivals, now })
}

/** Takes every example away, in one go. */
export function removeSamples(
  tenant: Tenant,
  { byId, now }: { byId: string; now: Date },
): Promise<Outcome<{ removed: number }, never>> {
  return inTenant(tenant, async (db) => {
    const shown = and(eq(ideas.origin, sampleOrigin), ne(ideas.publication, 'removed'))
    const rows = await db.select().from(ideas).where(shown).orderBy(asc(ideas.id)).for('update')
    for (const idea of rows)
      await applyChange(db, idea, 'remove', { byId, byRole: 'admin', now, visibility: 'internal' })
    return done({ removed: rows.length })
  })
}
