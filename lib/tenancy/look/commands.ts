import 'server-only'
import type { Localized } from '../../../tenants/tenant'
import type { Theme } from '../../../tenants/theme'
import { forgetImages } from '../../media/commands'
import { keepEmblem } from '../../media/drawings/commands'
import type { ImageRefusal } from '../../media/rules'
import { type Outcome, refused } from '../../outcome'
import { setInDraft, type SetRefusal, type Setting } from '../desk/commands'
import { type Look, lookKeys } from './rules'

export function saveLook(tenant: { id: string }, { look, ...by }: Setting & { look: Look }) {
  const patch = Object.fromEntries(lookKeys.map((key) => [`theme.${key}`, look[key]]))
  return setInDraft(tenant, { ...by, patch })
}

type Sent = {
  /** What is in the draft: a drawing that is not sent again stays. */
  kept: Theme['logo']
  light: File | null
  dark: File | null
  alt: Localized
}

/** Draws what was sent again and puts it in the draft, with its words. */
export async function saveLogo(
  tenant: { id: string },
  { kept, light, dark, alt, ...by }: Setting & Sent,
): Promise<Outcome<undefined, SetRefusal | ImageRefusal>> {
  const drawn: { file: string }[] = []
  const draw = async (file: File | null) => {
    if (!file) return null
    const emblem = await keepEmblem(tenant, new Uint8Array(await file.arrayBuffer()))
    if (emblem.ok) drawn.push(emblem.value)
    return emblem
  }
  const [day, night] = [await draw(light), await draw(dark)]
  if (day && !day.ok) return day
  if (night && !night.ok) return night
  const shown = day?.value ?? kept?.light
  if (!shown) return refused('file_required')
  const onDark = night?.value ?? kept?.dark
  const logo: Theme['logo'] = { light: shown, alt, ...(onDark ? { dark: onDark } : {}) }
  const saved = await setInDraft(tenant, { ...by, patch: { 'theme.logo': logo } })
  if (!saved.ok)
    await forgetImages(
      tenant,
      drawn.map(({ file }) => file),
    )
  return saved
}

export function removeLogo(tenant: { id: string }, by: Setting) {
  return setInDraft(tenant, { ...by, patch: { 'theme.logo': null } })
}
