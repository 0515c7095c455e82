import 'server-only'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Emblem } from '../../../tenants/theme'
import { mediaFolder } from '../commands'

/** The emblem as every mail program can show it, twice as fine as it stands there; null when its file is not there. */
export function emblemAsPng(tenant: { id: string }, { file }: Emblem): Promise<Buffer | null> {
  return sharp(join(mediaFolder(tenant), file))
    .resize({ width: 320, height: 88, fit: 'inside' })
    .png()
    .toBuffer()
    .catch(() => null)
}

/** The emblem in a square, far enough from its edges for a phone to cut it round. */
export async function emblemAsIcon(
  tenant: { id: string },
  { file }: Emblem,
  { side, ground }: { side: number; ground: string },
): Promise<Buffer | null> {
  const margin = Math.round(side * 0.16)
  const within = side - 2 * margin
  return sharp(join(mediaFolder(tenant), file))
    .resize({ width: within, height: within, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .extend({
      ...{ top: margin, bottom: margin, left: margin, right: margin },
      background: { r: 0, g: 0, b: 0, alpha: 0 },
    })
    .flatten({ background: ground })
    .png()
    .toBuffer()
    .catch(() => null)
}
