import 'server-only'
import { eq } from 'drizzle-orm'
import { attachments } from '../../../../drizzle/schema'
import type { Tenant } from '../../../../tenants/tenant'
import { inTenant } from '../../../db'
import { record } from '../../../journal/commands'
import { forgetFile, keepDocument } from '../../../media/documents/commands'
import type { DocumentRefusal } from '../../../media/documents/rules'
import { done, type Outcome, refused } from '../../../outcome'
import { type Act, takeFile, tellReaders } from '../commands'
import type { ExaminationRefusal } from '../rules'

const most = 20

/** A plan, an estimate, a photograph: put in the file, and shown to everyone if it may be. */
export async function attachDocument(
  tenant: Tenant,
  { document, label, isPublic, ...act }: Act & { document: Uint8Array; label: string; isPublic: boolean },
): Promise<Outcome<undefined, ExaminationRefusal | DocumentRefusal | 'too_many_documents'>> {
  const { ideaId, by, now } = act
  const admitted = await inTenant(tenant, (db) => takeFile(db, act, 'instructor'))
  if (!admitted.ok) return admitted
  const kept = await keepDocument(tenant, document)
  if (!kept.ok) return kept
  const attached = await inTenant(tenant, async (db) => {
    const file = await takeFile(db, act, 'instructor')
    if (!file.ok) return file
    if ((await db.$count(attachments, eq(attachments.ideaId, ideaId))) >= most)
      return refused('too_many_documents')
    await db.insert(attachments).values({ ideaId, label, isPublic, ...kept.value, at: now, byId: by.id })
    const about = { aboutId: ideaId, at: now, byId: by.id, byRole: 'instructor' } as const
    const visibility = isPublic ? 'public' : 'internal'
    await record(db, {
      kind: 'document',
      ...about,
      visibility,
      detail: { text: label, file: kept.value.file },
    })
    await tellReaders(db, ideaId)
    return done(undefined)
  })
  if (!attached.ok) await forgetFile(tenant, kept.value)
  return attached
}
