import 'server-only'
import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import type { Emblem } from '../../../tenants/theme'
import { done, type Outcome, refused } from '../../outcome'
import { keepImage, writeWhole } from '../commands'
import type { ImageRefusal } from '../rules'
import { harmlessDrawing } from './rules'

const mostBytes = 512 * 1024
const side = 800

/** A city's emblem: a picture is drawn again from its pixels; a drawing is written anew, and drawn as well. */
export async function keepEmblem(
  tenant: { id: string },
  sent: Uint8Array,
): Promise<Outcome<Emblem, ImageRefusal>> {
  const start = Buffer.from(sent.subarray(0, 1024)).toString('utf8').trimStart()
  if (!start.startsWith('<')) return keepImage(tenant, sent)
  if (sent.byteLength > mostBytes) return refused('file_too_big')
  const lines = harmlessDrawing(
    Buffer.from(sent)
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  )
  if (!lines) return refused('not_an_image')
  const pixels = await sharp(Buffer.from(lines), { limitInputPixels: 40_000_000 })
    .resize({ width: side, height: side, fit: 'inside' })
    .png()
    .timeout({ seconds: 10 })
    .toBuffer()
    .catch(() => null)
  if (!pixels) return refused('image_damaged')
  const kept = await keepImage(tenant, pixels)
  if (!kept.ok) return kept
  const vector = `${randomBytes(16).toString('base64url')}.svg`
  await writeWhole(tenant, vector, Buffer.from(lines))
  return done({ ...kept.value, vector })
}
