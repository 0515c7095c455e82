import 'server-only'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { done, type Outcome, refused } from '../../outcome'
import { forgetImages, keepImage, mediaFolder, writeWhole } from '../commands'
import { type DocumentRefusal, mostBytes } from './rules'

export type KeptDocument = { kind: 'image' | 'pdf'; file: string; byteCount: number }

/**
 * A picture is drawn again, as everywhere. A PDF is kept as it came, under a name nobody chose, and is only ever handed
 * out as a download from a page that may run nothing.
 */
export async function keepDocument(
  tenant: { id: string },
  sent: Uint8Array,
): Promise<Outcome<KeptDocument, DocumentRefusal>> {
  if (sent.byteLength === 0) return refused('file_empty')
  if (sent.byteLength > mostBytes) return refused('file_too_big')
  const type = await fileTypeFromBuffer(sent)
  if (type?.mime === 'application/pdf') {
    const file = `${randomBytes(16).toString('base64url')}.pdf`
    await writeWhole(tenant, file, Buffer.from(sent))
    return done({ kind: 'pdf', file, byteCount: sent.byteLength })
  }
  const kept = await keepImage(tenant, sent)
  if (kept.ok) return done({ kind: 'image', file: kept.value.file, byteCount: sent.byteLength })
  return kept.refusal === 'not_an_image' ? refused('not_a_document') : kept
}

export async function forgetFile(tenant: { id: string }, { kind, file }: KeptDocument): Promise<void> {
  if (kind === 'image') return forgetImages(tenant, [file])
  await rm(join(mediaFolder(tenant), file), { force: true })
}
