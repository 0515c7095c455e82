import 'server-only'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder } from '../../../media/commands'
import { keepEmblem } from '../../../media/drawings/commands'
import type { ImageRefusal } from '../../../media/rules'
import { done, invalid, type Invalid } from '../../../outcome'
import type { NewLogo } from '../../../tenancy/creation/rules'
import { emblemFiles } from '../../../theme/emblems'
import { type SentLogo, draftHolder } from './rules'

type LogoError = { code: ImageRefusal | 'required' }
type Drawn = { ok: true; value: NewLogo | undefined } | Invalid<LogoError>

/** The logo of a city being made, as it is to be from now on: drawn if a file was sent, else the one it had. */
export async function drawLogo(
  draft: { id: string; logo: NewLogo | undefined },
  { file, alt, isTakenAway }: SentLogo,
): Promise<Drawn> {
  if (isTakenAway) return done(undefined)
  if (!file && !draft.logo) return alt ? invalid({ logo: { code: 'file_required' } }) : done(undefined)
  if (!alt) return invalid({ alt: { code: 'required' } })
  if (!file) return done({ light: draft.logo!.light, alt })
  const emblem = await keepEmblem(draftHolder(draft.id), new Uint8Array(await file.arrayBuffer()))
  return emblem.ok ? done({ light: emblem.value, alt }) : invalid({ logo: { code: emblem.refusal } })
}

/** Its files, from where they waited to where the city shows them. */
export async function bringLogo(id: string, city: { id: string }, logo: NewLogo): Promise<void> {
  const [from, to] = [mediaFolder(draftHolder(id)), mediaFolder(city)]
  await mkdir(to, { recursive: true })
  for (const file of filesOf(logo)) await copyFile(join(from, file), join(to, file))
}

export async function forgetLogo(holder: { id: string }, logo: NewLogo): Promise<void> {
  const folder = mediaFolder(holder)
  await Promise.all(filesOf(logo).map((file) => rm(join(folder, file), { force: true })))
}

export async function forgetLogosOf(id: string): Promise<void> {
  await rm(mediaFolder(draftHolder(id)), { recursive: true, force: true })
}

const filesOf = ({ light }: NewLogo) => emblemFiles({ logo: { light, alt: {} } })
