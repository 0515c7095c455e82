import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { done, type Outcome, refused } from '../outcome'
import { type ImageRefusal, limits, readableTypes, smallFileOf } from './rules'

export type Picture = { file: string; width: number; height: number }

// One image at a time, on one thread: pictures may wait, the rest of the city may not.
sharp.concurrency(1)
sharp.cache(false)
let turn: Promise<unknown> = Promise.resolve()

/**
 * Draws an image again from its pixels and keeps only that: no position, no camera, no code hidden in it, upright, under
 * a name nobody chose. The caller writes the row, or calls `forgetImages`.
 */
export async function keepImage(
  tenant: { id: string },
  sent: Uint8Array,
): Promise<Outcome<Picture, ImageRefusal>> {
  if (sent.byteLength === 0) return refused('file_empty')
  if (sent.byteLength > limits.bytes) return refused('file_too_big')
  const type = await fileTypeFromBuffer(sent)
  if (!readableTypes.some((readable) => readable === type?.mime)) return refused('not_an_image')

  const drawing = turn.then(() => drawAgain(tenant, sent))
  turn = drawing.catch(() => {})
  return drawing
}

async function drawAgain(tenant: { id: string }, sent: Uint8Array): Promise<Outcome<Picture, ImageRefusal>> {
  // What a stranger sent is the outside world: it may not be what it says.
  const size = await sharp(sent, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!size?.width || !size.height) return refused('image_damaged')
  if (size.width * size.height > limits.pixels) return refused('too_many_pixels')

  const large = await webp(sent, limits.side).catch(() => null)
  if (!large) return refused('image_damaged')
  const small = await webp(large.data, limits.smallSide)
  const file = `${randomBytes(16).toString('base64url')}.webp`
  await writeWhole(tenant, file, large.data)
  await writeWhole(tenant, smallFileOf(file), small.data)
  return done({ file, width: large.info.width, height: large.info.height })
}

function webp(bytes: Uint8Array, side: number) {
  return sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .timeout({ seconds: 20 })
    .toBuffer({ resolveWithObject: true })
}

/** Whole or not at all: a crash leaves a temporary file, never half a file. */
export async function writeWhole(tenant: { id: string }, file: string, bytes: Buffer): Promise<void> {
  const folder = mediaFolder(tenant)
  await mkdir(folder, { recursive: true })
  const temporary = join(folder, `.${file}.part`)
  await writeFile(temporary, bytes)
  await rename(temporary, join(folder, file))
}

/** After the rows are gone. A file already away is as it should be. */
export async function forgetImages(tenant: { id: string }, files: string[]): Promise<void> {
  const paths = files
    .flatMap((file) => [file, smallFileOf(file)])
    .map((file) => join(mediaFolder(tenant), file))
  await Promise.all(paths.map((path) => rm(path, { force: true })))
}

/** Each city's pictures lie in a folder of their own. */
export function mediaFolder(tenant: { id: string }): string {
  return join(process.env.DATA_DIR ?? '.data', 'media', tenant.id)
}
