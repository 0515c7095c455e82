import 'server-only'
import { and, desc, eq, like, or } from 'drizzle-orm'
import { people, settingsDraftEdits } from '../../../../drizzle/schema'
import { inTenant } from '../../../db'
import { listVersions } from '../../versions/queries'
import { namesOf, told } from '../origins/queries'
import { readOpenDraft } from '../queries'
import { onlyChanged, turnsOf } from './rules'

/** Everything that ever happened to one setting: what the open draft does to it, then each version that changed it. */
export function findHistory(tenant: { id: string }, key: string) {
  // A page may set a part of a setting, as one answer of the legal pages.
  const isOf = or(eq(settingsDraftEdits.key, key), like(settingsDraftEdits.key, `${key}.%`))
  return inTenant(tenant, async (db) => {
    const [versions, draft] = [await listVersions(db), await readOpenDraft(db)]
    const names = await namesOf(db, versions)
    const edits = draft
      ? await db
          .select({ edit: settingsDraftEdits, name: people.name })
          .from(settingsDraftEdits)
          .leftJoin(people, eq(people.id, settingsDraftEdits.byId))
          .where(and(eq(settingsDraftEdits.draftId, draft.id), isOf))
          .orderBy(desc(settingsDraftEdits.rowVersion))
      : []
    return {
      drafted: edits.map(({ edit, name }) => ({
        at: edit.at,
        name,
        ...onlyChanged(edit.before, edit.after, key),
      })),
      published: turnsOf(versions, key).map(({ version, ...turn }) => ({ ...told(version, names), ...turn })),
    }
  })
}
export type SettingHistory = Awaited<ReturnType<typeof findHistory>>
