import 'server-only'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { attachments, ideaImages, ideas, milestones } from '../../drizzle/schema'
import type { Holder } from '../ideas/deposit/rules'
import { type Db, inTenant } from '../db'
import { mediaFolder } from './commands'
import { isPdfName } from './documents/rules'
import { sightOfActing } from './acting/queries'
import { isMediaName, pictureOf } from './rules'

type Reader = Holder & { isModerator: boolean; isStaff: boolean }
const seen = ['published', 'withdrawn', 'merged']

/** Whether everyone may see a picture, this reader alone, or nobody here: a draft's are its author's. */
export async function sightOf(
  tenant: { id: string },
  file: string,
  reader: Reader,
): Promise<'public' | 'private' | null> {
  if (!isMediaName(file) && !isPdfName(file)) return null
  return inTenant(tenant, async (db) => {
    const [idea] = await db
      .select({ publication: ideas.publication, authorId: ideas.authorId, draftKey: ideas.draftKey })
      .from(ideaImages)
      .innerJoin(ideas, eq(ideas.id, ideaImages.ideaId))
      .where(eq(ideaImages.file, pictureOf(file)))
    if (!idea)
      return (
        (await sightOfActing(db, pictureOf(file), reader)) ?? sightOfDocument(db, pictureOf(file), reader)
      )
    if (seen.includes(idea.publication)) return 'public'
    const isAuthor = idea.authorId !== null && idea.authorId === reader.personId
    const beganIt = idea.authorId === null && idea.draftKey !== null && idea.draftKey === reader.draftKey
    const isRead = reader.isModerator && idea.publication !== 'draft'
    return isAuthor || beganIt || isRead ? 'private' : null
  })
}

/** What the city put in a file: what is not for everyone is for the people of the city. */
async function sightOfDocument(
  db: Db,
  file: string,
  { isStaff }: Reader,
): Promise<'public' | 'private' | null> {
  const [step] = await db
    .select({ publication: ideas.publication })
    .from(milestones)
    .innerJoin(ideas, eq(ideas.id, milestones.ideaId))
    .where(eq(milestones.file, file))
  const [document] = step
    ? [{ ...step, isPublic: true }]
    : await db
        .select({ publication: ideas.publication, isPublic: attachments.isPublic })
        .from(attachments)
        .innerJoin(ideas, eq(ideas.id, attachments.ideaId))
        .where(eq(attachments.file, file))
  if (!document) return null
  if (document.isPublic && seen.includes(document.publication)) return 'public'
  return isStaff ? 'private' : null
}

/** The bytes of a picture or a document, as they are read from the disk. */
export async function openImage(tenant: { id: string }, file: string) {
  const path = join(mediaFolder(tenant), file)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return null
  return { size: found.size, bytes: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> }
}
