import { getTranslations } from 'next-intl/server'
import { localized } from '@/lib/i18n/localized'
import type { Site } from '@/lib/tenancy/site'

type Placed = { placeKind: string | null; districtCode: string | null; address: string | null }

/** Where an idea is, in one line. */
export async function placeWords(
  { tenant, locale }: Site,
  { placeKind, districtCode, address }: Placed,
): Promise<string> {
  const t = await getTranslations('deposit')
  const district = tenant.territory.districts.find(({ code }) => code === districtCode)
  const name = district && localized(district.name, locale, tenant)
  if (placeKind === 'point') return [t('review.point'), name].filter(Boolean).join(' · ')
  return address ?? name ?? t('review.cityWide')
}
