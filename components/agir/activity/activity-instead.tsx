import { getTranslations } from 'next-intl/server'
import { ActivityCard } from '@/components/agir/finding/activity-card'
import { Section } from '@/components/ideas/section'
import type { ActivityCard as Card } from '@/lib/agir/finding/cards/queries'

/** Where a date was called off, or none is left: a few others of the same kind, the soonest first. */
export async function ActivityInstead({ others }: { others: (Card & { id: string })[] }) {
  if (others.length === 0) return null
  const t = await getTranslations('agirActivity')
  return (
    <Section id="a-la-place" title={t('instead')}>
      <ul className="grid gap-4">
        {others.map((one) => (
          <li key={one.id} className="flex">
            <ActivityCard activity={one} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
