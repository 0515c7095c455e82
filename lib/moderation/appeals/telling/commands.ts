import 'server-only'
import { and, inArray } from 'drizzle-orm'
import { grants } from '../../../../drizzle/schema'
import type { Db } from '../../../db'
import { record } from '../../../journal/commands'
import { inForce } from '../../../people/roles/queries'
import { platformOf } from '../../rules'
import { isOwn } from '../../subjects/commands'
import type { Subject } from '../../subjects/rules'

type Filed = { taskId: string | null; byId: string; now: Date }

/** Whoever may answer an appeal hears that it waits. That of an idea says so by its own event. */
export async function tellReaders(db: Db, subject: Subject, { taskId, byId, now }: Filed): Promise<void> {
  const { kind, id: aboutId, title, districtCode, secondDistrictCode, themeId } = subject
  if (kind === 'idea') return
  const isNamed = kind !== 'comment' && kind !== 'message'
  const page = { path: taskId ? `/moderation/${taskId}` : '/moderation', on: platformOf[kind] }
  const place = { districtCode, secondDistrictCode, themeId }
  const detail = { ...page, ...place, ...(isNamed && { title }), notTo: await ownReaders(db, subject) }
  const by = { byId, byRole: 'author', visibility: 'internal', at: now } as const
  await record(db, { kind: 'appeal_to_read', aboutId, ...by, detail })
}

/** Those who read for the city and are of those it is about: they leave it to others. */
async function ownReaders(db: Db, subject: Subject): Promise<string[]> {
  const readers = await db
    .selectDistinct({ id: grants.personId })
    .from(grants)
    .where(and(inArray(grants.role, ['moderator', 'area_admin', 'admin', 'owner']), inForce))
  const own: string[] = []
  for (const { id } of readers) if (await isOwn(db, subject, id)) own.push(id)
  return own
}
