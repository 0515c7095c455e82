import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { favour } from '@/lib/agir/favourites/actions'
import { favouriteRefusals } from '@/lib/agir/favourites/rules'
import { HeartsFor } from './hearts'

/** A page whose activities can be kept. */
export async function WithHearts({ initial, children }: { initial?: string[]; children: ReactNode }) {
  const t = await getTranslations('agirWishes.hearts')
  const refusals = Object.fromEntries(favouriteRefusals.map((code) => [code, t(`refusals.${code}`)]))
  const words = { label: t('label', { title: '{title}' }), refusals }
  return (
    <HeartsFor action={favour} words={words} icon={<Icon name="heart" size={24} />} initial={initial}>
      {children}
    </HeartsFor>
  )
}
