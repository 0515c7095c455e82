import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import { leftOn, type Seats } from '@/lib/agir/dates/rules'

/** How many may still come, as it was a moment ago; nothing where everybody may. */
export async function PlacesLeft({ positions }: { positions: Seats[] }) {
  const left = leftOn(positions)
  if (left === null) return null
  const t = await getTranslations('agirDates.left')
  const waits = positions.some(({ hasWaitlist }) => hasWaitlist)
  return (
    <span className={`inline-flex items-center gap-1.5 ${left === 0 ? 'text-muted' : 'font-bold'}`}>
      <Icon name="users" />
      {left > 0 ? t('some', { count: left }) : waits ? t('waiting') : t('none')}
    </span>
  )
}
