import 'server-only'
import { and, inArray, sql } from 'drizzle-orm'
import { settingsDrafts } from '../../../drizzle/schema'
import type { Tenant } from '../../../tenants/tenant'
import { inTenant } from '../../db'
import { emblemFiles } from '../../theme/emblems'

/** Whether a file is a drawing of the city's emblem: for everyone once published, for its people while it is in a draft. */
export async function sightOfEmblem(
  tenant: Tenant,
  file: string,
  isStaff: boolean,
): Promise<'public' | 'private' | null> {
  if (emblemFiles(tenant.theme).includes(file)) return 'public'
  if (!isStaff) return null
  const name = file.replace('-640.webp', '.webp')
  const drafts = await inTenant(tenant, (db) =>
    db.$count(
      settingsDrafts,
      and(
        inArray(settingsDrafts.status, ['draft', 'proposed', 'scheduled']),
        sql`strpos((${settingsDrafts.settings} -> 'theme' -> 'logo')::text, ${name}) > 0`,
      ),
    ),
  )
  return drafts > 0 ? 'private' : null
}
