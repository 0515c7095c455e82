import { getTranslations } from 'next-intl/server'
import { type ImageRefusal, imageRefusals } from '@/lib/media/rules'

export const accepted = 'image/svg+xml,image/png,image/webp,image/jpeg'

/** Why a file is no logo. */
export async function logoRefusals() {
  const t = await getTranslations('look.files')
  return Object.fromEntries(imageRefusals.map((one) => [one, t(one)])) as Record<ImageRefusal, string>
}
