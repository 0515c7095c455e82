import 'server-only'
import { openImage } from '../../../media/queries'
import { emblemFiles } from '../../../theme/emblems'
import { findDraft } from '../queries'
import { draftHolder } from './rules'

/** A drawing of the logo of a city being made; null for every other file. */
export async function openDraftLogo(id: string, file: string) {
  const logo = (await findDraft(id))?.answers.logo
  const isOfIt = logo && emblemFiles({ logo: { light: logo.light, alt: {} } }).includes(file)
  return isOfIt ? openImage(draftHolder(id), file) : null
}
