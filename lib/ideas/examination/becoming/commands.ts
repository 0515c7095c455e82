import 'server-only'
import { inTenant } from '../../../db'
import { done, refused } from '../../../outcome'
import { applyChange } from '../../changes/commands'
import { mayChange } from '../../changes/rules'
import { type Act, type Result, takeFile } from '../commands'

type City = Parameters<typeof inTenant>[0]

/** What the city answered yes to goes on somewhere else, a project or a consultation: everyone is led there. */
export function becomeProject(
  tenant: City,
  { into, url, ...act }: Act & { into: string; url: string },
): Result {
  return inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'admin')
    if (!file.ok) return file
    if (!mayChange(file.value.idea, 'becomeProject')) return refused('not_now')
    const made = { byId: act.by.id, byRole: 'admin', now: act.now, detail: { into, url } } as const
    await applyChange(db, file.value.idea, 'becomeProject', made)
    return done(undefined)
  })
}
