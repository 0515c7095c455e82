import 'server-only'
import { and, eq } from 'drizzle-orm'
import { consultationDocuments } from '../../../drizzle/schema'
import { forgetFile, keepDocument } from '../../media/documents/commands'
import { type Outcome, refused } from '../../outcome'
import { changed } from '../../tenancy/freshness'
import { type Act, withLocked } from '../commands'
import type { ConsultationRefusal } from '../rules'

type City = { id: string; timeZone: string }
type Result = Promise<Outcome<undefined, ConsultationRefusal>>
const most = 20

/** Something to read elsewhere on the web. */
export function linkDocument(
  tenant: City,
  { title, url, ...act }: Act & { title: string; url: string },
): Result {
  return add(tenant, act, { title, url, file: null, bytes: null })
}

/** Something to read, kept here. */
export async function addDocument(
  tenant: City,
  { title, sent, ...act }: Act & { title: string; sent: Uint8Array },
): Result {
  const kept = await keepDocument(tenant, sent)
  if (!kept.ok)
    return refused(
      ['file_empty', 'file_too_big'].includes(kept.refusal) ? (kept.refusal as 'file_empty') : 'not_a_pdf',
    )
  const { kind, file, byteCount: bytes } = kept.value
  const outcome =
    kind === 'pdf' ? await add(tenant, act, { title, url: null, file, bytes }) : refused('not_a_pdf')
  if (!outcome.ok) await forgetFile(tenant, kept.value)
  return outcome
}

type Added = { title: string; url: string | null; file: string | null; bytes: number | null }

function add(tenant: City, act: Act, document: Added): Result {
  return withLocked(tenant, act, async (db) => {
    const of = eq(consultationDocuments.consultationId, act.id)
    if ((await db.$count(consultationDocuments, of)) >= most) return 'too_many_documents'
    await db.insert(consultationDocuments).values({ ...document, consultationId: act.id, addedAt: act.now })
    await changed(db, 'ideas')
    return null
  })
}

export async function removeDocument(
  tenant: City,
  { documentId, ...act }: Act & { documentId: string },
): Result {
  let file: string | null = null
  const outcome = await withLocked(tenant, act, async (db) => {
    const one = and(
      eq(consultationDocuments.id, documentId),
      eq(consultationDocuments.consultationId, act.id),
    )
    const [gone] = await db
      .delete(consultationDocuments)
      .where(one)
      .returning({ file: consultationDocuments.file })
    if (!gone) return 'not_there'
    file = gone.file
    await changed(db, 'ideas')
    return null
  })
  if (outcome.ok && file) await forgetFile(tenant, { kind: 'pdf', file, byteCount: 0 })
  return outcome
}
