import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { ideaImages, ideas } from '../../drizzle/schema'
import type { Holder } from '../auth/draft-key'
import { inTenant } from '../db'
import { mediaFolder } from './commands'
import { isMediaName, pictureOf } from './rules'

type Reader = Holder & { isModerator: boolean }

/** Whether everyone may see a picture, this reader alone, or nobody here: a draft's are its author's. */
export async function sightOf(
  tenant: { id: string },
  file: string,
  reader: Reader,
): Promise<'public' | 'private' | null> {
  if (!isMediaName(file)) return null
  const [idea] = await inTenant(tenant, (db) =>
    db
      .select({ publication: ideas.publication, authorId: ideas.authorId, draftKey: ideas.draftKey })
      .from(ideaImages)
      .innerJoin(ideas, eq(ideas.id, ideaImages.ideaId))
      .where(eq(ideaImages.file, pictureOf(file))),
  )
  if (!idea) return null
  if (['published', 'withdrawn', 'merged'].includes(idea.publication)) return 'public'
  const isAuthor = idea.authorId !== null && idea.authorId === reader.personId
  const beganIt = idea.authorId === null && idea.draftKey !== null && idea.draftKey === reader.draftKey
  const isRead = reader.isModerator && idea.publication !== 'draft'
  return isAuthor || beganIt || isRead ? 'private' : null
}

/** The bytes of a picture, as they are read from the disk. */
export async function openImage(tenant: { id: string }, file: string) {
  const path = join(mediaFolder(tenant), file)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return null
  return { size: found.size, bytes: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> }
}
