import 'server-only'
import sharp from 'sharp'
import { ideaImages } from '../../../../drizzle/schema'
import type { Demo } from '../../../../tenants/demo'
import type { Tenant } from '../../../../tenants/tenant'
import type { Db } from '../../../db'
import { keepImage, type Picture } from '../../../media/commands'
import { tokensOf } from '../../../theme/tokens'
import type { Planted } from '../planting/rules'
import { type Scene, sceneOf } from './rules'

/** Draws the pictures that some of the planted ideas have, and keeps them as if their authors had sent them. */
export async function plantScenes(
  db: Db,
  tenant: Tenant,
  { ideas }: Demo,
  planted: Planted[],
): Promise<void> {
  for (const [place, { image, title }] of ideas.entries()) {
    if (!image) continue
    const ideaId = planted[place]!.row.id
    const kept = await drawScene(tenant, image.scene, title)
    await db.insert(ideaImages).values({ ideaId, position: 0, alt: image.alt, ...kept })
  }
}

/** A drawing in the city's colours, kept as a picture that somebody sent. */
export async function drawScene(tenant: Tenant, scene: Scene, words: string): Promise<Picture> {
  const tokens = tokensOf(tenant.theme, 'light')
  const colours = {
    sky: tokens['action-tint'],
    far: tokens['accent-tint'],
    near: tokens.action,
    ground: tokens.deep,
    mark: tokens.accent,
    light: tokens.paper,
  }
  const drawing = Buffer.from(sceneOf(scene, words, colours))
  const sent = await sharp(drawing).png({ compressionLevel: 3 }).toBuffer()
  const kept = await keepImage(tenant, sent)
  if (!kept.ok) throw new Error(`The picture of « ${words} » was refused: ${kept.refusal}`)
  return kept.value
}
