import { getTranslations } from 'next-intl/server'
import { districtNames } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

type Placed = {
  placeKind: string | null
  districtCode: string | null
  secondDistrictCode: string | null
  address: string | null
}

/** Where an idea is, in one line. */
export async function placeWords(site: Site, { placeKind, address, ...districts }: Placed): Promise<string> {
  const t = await getTranslations('deposit')
  const names = districtNames(site, districts).join(' · ')
  if (placeKind === 'point') return [t('review.point'), names].filter(Boolean).join(' · ')
  return address ?? (names || t('review.cityWide'))
}
